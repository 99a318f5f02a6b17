#include "models/ReasonTemplates.h"

#include <QCoreApplication>
#include <QSettings>

namespace chinwag::admin {

namespace {

constexpr QLatin1String settingsKey("reasons");

struct ReasonWords {
    Q_DECLARE_TR_FUNCTIONS(ReasonTemplates)
};

} // namespace

QStringList ReasonTemplates::usual() {
    return {ReasonWords::tr("Spam"), ReasonWords::tr("Flooding"), ReasonWords::tr("Abusive language"),
            ReasonWords::tr("Breaking the house rules")};
}

QStringList ReasonTemplates::all() const {
    const QStringList own = settings_.value(settingsKey).toStringList();
    return own.isEmpty() ? usual() : own;
}

void ReasonTemplates::setAll(const QStringList& reasons) {
    QStringList kept;
    for (const QString& reason : reasons) {
        if (!reason.trimmed().isEmpty())
            kept << reason.trimmed();
    }
    kept.removeDuplicates();
    if (kept.isEmpty() || kept == usual())
        settings_.remove(settingsKey);
    else
        settings_.setValue(settingsKey, kept);
}

} // namespace chinwag::admin
