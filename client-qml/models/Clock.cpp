#include "models/Clock.h"

#include <QLocale>

namespace chinwag::models {

QString clock(const QDateTime& at) {
    const QLocale locale;
    // Where no language is set, Qt's short form has seconds.
    if (locale.language() == QLocale::C)
        return at.toString(QStringLiteral("HH:mm"));
    return locale.toString(at.time(), QLocale::ShortFormat);
}

} // namespace chinwag::models
