#include "app/ServerCall.h"

#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <memory>

namespace chinwag::app {

namespace {

constexpr int timeoutMilliseconds = 5'000;

/// An address that means "every interface" cannot be connected to; this machine is one of them.
QString connectable(const QString& host) {
    if (host == QLatin1String("0.0.0.0"))
        return QStringLiteral("127.0.0.1");
    return host == QLatin1String("::") ? QStringLiteral("::1") : host;
}

bool isLoopback(const QString& host) {
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

std::variant<QUrl, QString> serverUrl(const config::ServerSettings& settings, const QString& text) {
    QUrl url(text, QUrl::StrictMode);
    if (text.isEmpty()) {
        const auto& address = settings.listen.front();
        if (address.port == 0)
            return QStringLiteral("the port is chosen at start: name the server's URL");
        url.setScheme(settings.secure(address) ? QStringLiteral("https") : QStringLiteral("http"));
        url.setHost(connectable(QString::fromStdString(address.host)));
        url.setPort(address.port);
    } else if (!url.isValid() || url.host().isEmpty() ||
               (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))) {
        return QStringLiteral("\"%1\" is not an http or https URL").arg(text);
    }
    return url;
}

ServerAnswer callServer(QNetworkRequest request, const std::optional<QByteArray>& body) {
    QNetworkAccessManager manager;
    // It is about that very server, whatever proxy the environment names.
    manager.setProxy(QNetworkProxy::NoProxy);
    request.setTransferTimeout(timeoutMilliseconds);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    const std::unique_ptr<QNetworkReply> reply(body ? manager.post(request, *body) : manager.get(request));
    // The certificate names the public host; on this machine nobody else can have the port.
    if (isLoopback(request.url().host()))
        reply->ignoreSslErrors();
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            reply->errorString()};
}

} // namespace chinwag::app
