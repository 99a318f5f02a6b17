#include "models/QueryText.h"

#include "models/ConnectionText.h"

#include <QRegularExpression>

#include <optional>

namespace chinwag::admin {

namespace {

struct Token {
    QString text;
    bool isEnded = false; ///< by a blank
};

// Blanks within quotation marks do not part.
QVector<Token> tokensOf(const QString& typed) {
    QVector<Token> tokens;
    QString token;
    bool isQuoted = false;
    for (const QChar character : typed) {
        if (character == u'"')
            isQuoted = !isQuoted;
        if (isQuoted || !character.isSpace()) {
            token += character;
        } else if (!token.isEmpty()) {
            tokens.append({token, true});
            token.clear();
        }
    }
    if (!token.isEmpty())
        tokens.append({token, false});
    return tokens;
}

std::optional<Column> columnCalled(const QString& word) {
    static const QHash<QString, Column> shorter{
        {QStringLiteral("name"), Column::Nick},        {QStringLiteral("ip"), Column::Address},
        {QStringLiteral("queue"), Column::QueueBytes}, {QStringLiteral("in"), Column::MessagesIn},
        {QStringLiteral("out"), Column::MessagesOut},  {QStringLiteral("protocol"), Column::Dialect}};
    const auto found = shorter.find(word.toLower());
    return found != shorter.end() ? std::optional(*found) : columnNamed(word.toLower());
}

double factorOf(const QString& unit, Column column) {
    const bool isTime = column == Column::Idle;
    const bool isData = column == Column::BytesIn || column == Column::BytesOut ||
                        column == Column::QueueBytes || column == Column::BytesInRate ||
                        column == Column::BytesOutRate;
    constexpr double minute = 60;
    constexpr double kibi = 1024;
    if (unit.isEmpty())
        return 1;
    switch (unit.at(0).unicode()) {
    case u's': return isTime ? 1 : 0;
    case u'm': return isTime ? minute : isData ? kibi * kibi : 0;
    case u'M': return isData ? kibi * kibi : isTime ? minute : 0;
    case u'h': return isTime ? minute * 60 : 0;
    case u'd': return isTime ? minute * 60 * 24 : 0;
    case u'k':
    case u'K': return isData ? kibi : 0;
    case u'G': return isData ? kibi * kibi * kibi : 0;
    default: return 0;
    }
}

// The server's number for "5m"; nothing when it is none.
std::optional<QString> numberOf(const QString& value, Column column) {
    static const QRegularExpression form(QStringLiteral("^(\\d+(?:\\.\\d+)?)([a-zA-Z]?)$"));
    const auto match = form.match(value);
    const double factor = match.hasMatch() ? factorOf(match.captured(2), column) : 0;
    if (factor == 0)
        return std::nullopt;
    constexpr int digits = 15; // all that a number has
    return QString::number(match.captured(1).toDouble() * factor, 'g', digits);
}

std::optional<ConnectionFilter> filterOf(Column column, const QString& sign, const QString& value) {
    using Kind = ConnectionFilter::Kind;
    const bool isRange = sign.startsWith(u'>') || sign.startsWith(u'<');
    if (isRange != isNumeric(column) || value.isEmpty())
        return std::nullopt;
    if (isRange) {
        const auto number = numberOf(value, column);
        const Kind kind = sign.startsWith(u'>') ? Kind::AtLeast : Kind::AtMost;
        return number ? std::optional(ConnectionFilter{column, kind, *number}) : std::nullopt;
    }
    if (column != Column::Tls)
        return column == Column::Id || column == Column::ConnectedAt
                   ? std::nullopt
                   : std::optional(ConnectionFilter{column, Kind::Contains, value});
    const bool isYes = value == QLatin1String("yes") || value == QLatin1String("true");
    const bool isNo = value == QLatin1String("no") || value == QLatin1String("false");
    if (!isYes && !isNo)
        return std::nullopt;
    return ConnectionFilter{column, Kind::Is, isYes ? QStringLiteral("true") : QStringLiteral("false")};
}

struct Condition {
    std::optional<ConnectionFilter> filter; ///< nothing: it looks like one, and is not (yet)
};

// Nothing for what does not even begin like a condition.
std::optional<Condition> conditionOf(const QString& token) {
    static const QRegularExpression form(QStringLiteral("^([A-Za-z_]+)(>=|<=|[:=<>])(.*)$"),
                                         QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(token);
    const auto column = match.hasMatch() ? columnCalled(match.captured(1)) : std::nullopt;
    if (!column)
        return std::nullopt;
    QString value = match.captured(3);
    value.remove(u'"');
    return Condition{filterOf(*column, match.captured(2), value)};
}

} // namespace

QueryText readQueryText(const QString& typed, bool isFinal) {
    QueryText read;
    QStringList words;
    const auto tokens = tokensOf(typed);
    for (const Token& token : tokens) {
        const auto condition = conditionOf(token.text);
        if (condition && !token.isEnded && !isFinal)
            read.open = token.text;
        else if (condition && condition->filter)
            read.filters.append(*condition->filter);
        else
            words << token.text;
    }
    read.text = words.join(u' ');
    return read;
}

} // namespace chinwag::admin
