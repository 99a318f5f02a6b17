#include "models/Csv.h"

namespace chinwag::admin {

namespace {

QString asCell(QString text) {
    constexpr QStringView formulas = u"=+-@\t\r";
    if (!text.isEmpty() && formulas.contains(text.at(0)))
        text.prepend(u'\'');
    const bool isPlain =
        !text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r');
    if (isPlain)
        return text;
    text.replace(QStringLiteral("\""), QStringLiteral("\"\""));
    return u'"' + text + u'"';
}

} // namespace

QByteArray csvLine(const QStringList& cells) {
    QStringList quoted;
    for (const QString& cell : cells)
        quoted << asCell(cell);
    return (quoted.join(u',') + QStringLiteral("\r\n")).toUtf8();
}

} // namespace chinwag::admin
