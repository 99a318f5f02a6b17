#include "models/Language.h"

#include "models/Translation.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

#include <utility>

namespace chinwag::models {

namespace {

constexpr QLatin1String fileBegin("chinwag_");
constexpr QLatin1String fileEnd(".qm");

} // namespace

Language::~Language() {
    QCoreApplication::removeTranslator(&own_);
    QCoreApplication::removeTranslator(&qt_);
}

void Language::use(const QString& code) {
    if (std::exchange(used_, true) && code == code_)
        return;
    code_ = code;
    const bool isOwnChoice = available().contains(code);
    QLocale::setDefault(isOwnChoice ? QLocale(code) : QLocale::system());
    QCoreApplication::removeTranslator(&own_);
    QCoreApplication::removeTranslator(&qt_);
    if (qt_.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt_);
    if (loadTranslation(own_))
        QCoreApplication::installTranslator(&own_);
    else
        qWarning("This program was built without its translations; plurals will read wrong.");
    Q_EMIT changed();
}

QStringList Language::available() {
    QStringList codes;
    for (const QString& file :
         QDir(QStringLiteral(":/i18n")).entryList({fileBegin + u'*' + fileEnd}, QDir::Files))
        codes.append(file.mid(fileBegin.size()).chopped(fileEnd.size()));
    return codes;
}

} // namespace chinwag::models
