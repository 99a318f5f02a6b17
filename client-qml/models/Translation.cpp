#include "models/Translation.h"

#include <QLocale>

namespace chinwag::models {

bool loadTranslation(QTranslator& translator) {
    const QString directory = QStringLiteral(":/i18n");
    return translator.load(QLocale(), QStringLiteral("chinwag"), QStringLiteral("_"), directory) ||
           translator.load(QStringLiteral("chinwag_en"), directory);
}

} // namespace chinwag::models
