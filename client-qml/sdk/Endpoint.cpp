#include "sdk/Endpoint.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrlQuery>

#include <algorithm>
#include <optional>

namespace chinwag::sdk {

namespace {

class EndpointText {
    Q_DECLARE_TR_FUNCTIONS(Endpoint)
};

constexpr int defaultPort = 8000;
constexpr qsizetype maxAddressLength = 2'048;

Endpoint wrong(const QString& fault) {
    Endpoint endpoint;
    endpoint.fault = fault;
    return endpoint;
}

Endpoint unreadable() {
    return wrong(EndpointText::tr(
        "This is no address of a server. Write one such as chat.example.org or localhost:8000."));
}

// The WebSocket scheme that stands for the one a person wrote.
std::optional<QString> socketScheme(const QString& scheme) {
    if (scheme == QLatin1String("http") || scheme == QLatin1String("ws"))
        return QStringLiteral("ws");
    if (scheme == QLatin1String("https") || scheme == QLatin1String("wss"))
        return QStringLiteral("wss");
    return std::nullopt;
}

bool isNearby(const QHostAddress& address) {
    return address.isLoopback() || address.isLinkLocal() || address.isUniqueLocalUnicast() ||
           address.isInSubnet(QHostAddress(QStringLiteral("10.0.0.0")), 8) ||
           address.isInSubnet(QHostAddress(QStringLiteral("172.16.0.0")), 12) ||
           address.isInSubnet(QHostAddress(QStringLiteral("192.168.0.0")), 16);
}

bool isNearby(const QString& host) {
    const QHostAddress address(host);
    if (!address.isNull())
        return isNearby(address);
    return !host.contains(u'.') || host.endsWith(QLatin1String(".localhost")) ||
           host.endsWith(QLatin1String(".local"));
}

// "::1" as people write it; in a URL it needs brackets.
QString withBrackets(const QString& rest) {
    QHostAddress address;
    return address.setAddress(rest) && address.protocol() == QAbstractSocket::IPv6Protocol
               ? QString(u'[' + rest + u']')
               : rest;
}

// What the page and the socket live under, whichever of the two was pasted.
QString mountPath(QString path) {
    for (const auto& known : {QStringLiteral("/ws/chat"), QStringLiteral("/static/index.html")}) {
        if (path.endsWith(known))
            path.chop(known.size());
    }
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

Endpoint endpointOf(const QUrl& url, const QString& scheme, bool schemeWasTyped) {
    QUrl server;
    const bool nearby = !schemeWasTyped && isNearby(url.host());
    server.setScheme(nearby ? QStringLiteral("ws") : scheme);
    server.setHost(url.host());
    server.setPort(nearby ? url.port(defaultPort) : url.port());
    server.setPath(mountPath(url.path()));
    Endpoint endpoint;
    endpoint.server = server;
    endpoint.room = QUrlQuery(url).queryItemValue(QStringLiteral("room"), QUrl::FullyDecoded);
    return endpoint;
}

// The last part of its path is the room, the others are where the chat is mounted.
Endpoint endpointOfLink(const QUrl& url) {
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    const qsizetype slash = path.lastIndexOf(u'/');
    QUrl mounted = url;
    mounted.setPath(path.left(std::max<qsizetype>(slash, 0)));
    Endpoint endpoint = endpointOf(mounted, QStringLiteral("wss"), false);
    if (slash >= 0)
        endpoint.room = path.mid(slash + 1);
    const QUrlQuery query(url);
    endpoint.nick = query.queryItemValue(QStringLiteral("nick"), QUrl::FullyDecoded);
    endpoint.token = query.queryItemValue(QStringLiteral("token"), QUrl::FullyDecoded);
    endpoint.plain = mounted.authority() + mounted.path();
    return endpoint;
}

bool hasSpaceOrControl(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c.unicode() < 0x20; });
}

} // namespace

QString Endpoint::name() const {
    // Both the scheme's own and the usual port need no mention.
    return server.port() < 0 ? server.host() : server.authority();
}

Endpoint Endpoint::parse(const QString& typed) {
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return wrong(EndpointText::tr("Write the address of a server, such as chat.example.org."));
    if (text.size() > maxAddressLength || hasSpaceOrControl(text))
        return unreadable();
    const qsizetype mark = text.indexOf(QLatin1String("://"));
    const QString typedScheme = mark < 0 ? QStringLiteral("https") : text.left(mark).toLower();
    const bool isLink = typedScheme == QLatin1String("chinwag");
    const auto scheme = isLink ? std::optional(QStringLiteral("wss")) : socketScheme(typedScheme);
    if (!scheme)
        return wrong(
            EndpointText::tr("Addresses begin with https://, http://, wss:// or ws://, not with %1://.")
                .arg(typedScheme.left(20)));
    const QString rest = mark < 0 ? withBrackets(text) : text.mid(mark + 3);
    const QUrl url(*scheme + QLatin1String("://") + rest, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return unreadable();
    if (!url.userInfo().isEmpty())
        return wrong(EndpointText::tr("An address must not have a name or a password in front of the host."));
    if (url.port() == 0)
        return wrong(EndpointText::tr("A port is a number from 1 to 65535."));
    return isLink ? endpointOfLink(url) : endpointOf(url, *scheme, mark >= 0);
}

} // namespace chinwag::sdk
