#include "views/Translation.h"

#include <QLocale>

namespace chinwag::admin {

bool loadTranslation(QTranslator& translator) {
    const QString directory = QStringLiteral(":/i18n");
    return translator.load(QLocale(), QStringLiteral("chinwag-admin"), QStringLiteral("_"), directory) ||
           translator.load(QStringLiteral("chinwag-admin_en"), directory);
}

} // namespace chinwag::admin
