#include "models/Shell.h"

#include "models/Language.h"

#include <QGuiApplication>
#include <QLocale>

#include <utility>

namespace chinwag::models {

Shell::Shell(QObject* parent) : QObject(parent) {
    connect(qGuiApp, &QGuiApplication::layoutDirectionChanged, this, &Shell::layoutChanged);
}

void Shell::setTrayAvailable(bool available) {
    if (std::exchange(tray_, available) != available)
        Q_EMIT changed();
}

void Shell::setTrayShown(bool shown) {
    if (std::exchange(trayShown_, shown) != shown)
        Q_EMIT changed();
}

void Shell::setOfflineAvailable(bool available) {
    if (std::exchange(offline_, available) != available)
        Q_EMIT changed();
}

void Shell::setOfflineFault(const QString& fault) {
    if (std::exchange(offlineFault_, fault) != fault)
        Q_EMIT changed();
}

QVariantList Shell::languages() {
    const auto choice = [](const QString& code, const QString& name) {
        return QVariantMap{{QStringLiteral("value"), code}, {QStringLiteral("text"), name}};
    };
    QVariantList out{choice({}, tr("As the desktop"))};
    const QStringList codes = Language::available();
    for (const QString& code : codes)
        out.append(choice(code, QLocale(code).nativeLanguageName()));
    return out;
}

bool Shell::isRightToLeft() {
    return QGuiApplication::layoutDirection() == Qt::RightToLeft;
}

} // namespace chinwag::models
