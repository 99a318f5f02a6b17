#include "models/Links.h"

#include <QRegularExpression>
#include <QUrl>

namespace chinwag::models {

namespace {

// Longer than any address that a person shares, and short enough to look at character by character.
constexpr qsizetype maxAddressLength = 2'048;

const QRegularExpression& candidate() {
    static const QRegularExpression expression(
        QStringLiteral(
            "\\bhttps?://"
            "[^\\s<>\"'`\\x{00}-\\x{20}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]+"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

QChar openerOf(QChar closer) {
    switch (closer.unicode()) {
    case u')': return u'(';
    case u']': return u'[';
    case u'}': return u'{';
    default: return {};
    }
}

// Punctuation ends the sentence and not the address; a closing bracket stays if it was opened inside.
QString trimmed(QString address) {
    static const QString punctuation = QStringLiteral(".,;:!?*_~…。，！？");
    while (!address.isEmpty()) {
        const QChar last = address.back();
        const QChar opener = openerOf(last);
        const bool unopened = !opener.isNull() && address.count(last) > address.count(opener);
        if (!unopened && !punctuation.contains(last))
            break;
        address.chop(1);
    }
    return address;
}

} // namespace

bool isWebAddress(const QString& address) {
    const QUrl url(address, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    // Credentials in an address are only ever used to make it look like another.
    return url.isValid() && web && !url.host().isEmpty() && url.userInfo().isEmpty();
}

QList<AddressSpan> addressesIn(const QString& text) {
    QList<AddressSpan> spans;
    auto matches = candidate().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedLength() > maxAddressLength)
            continue;
        const QString address = trimmed(match.captured());
        if (isWebAddress(address))
            spans.append({match.capturedStart(), address.size()});
    }
    return spans;
}

QString anchor(const QString& address) {
    const QString shown = address.toHtmlEscaped();
    return QLatin1String("<a href=\"") + shown + QLatin1String("\">") + shown + QLatin1String("</a>");
}

} // namespace chinwag::models
