#include "api/RestClient.h"

#include "api/ReplyReader.h"
#include "sdk/Endpoint.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QVariant>

#include <memory>
#include <utility>

namespace chinwag::admin {

namespace {

constexpr auto cancelledProperty = "chinwagCancelled";
constexpr qint64 largestAnswer = 32 * 1024 * 1024; // bytes; a page of 500 connections has some 200 KiB

// Encrypted, unless the server is on this machine or near: an operator's password goes there.
QUrl withScheme(const QString& address) {
    const auto endpoint = sdk::Endpoint::parse(address);
    QUrl url = endpoint.server;
    if (!endpoint.fault.isEmpty())
        return {};
    url.setScheme(url.scheme() == QLatin1String("ws") ? QStringLiteral("http") : QStringLiteral("https"));
    return url;
}

/// What is kept of a request until it has an answer.
struct Waiting {
    QElapsedTimer since;
    std::optional<CertificateFault> certificate;
};

} // namespace

RequestHandle::RequestHandle(QNetworkReply* reply) : reply_(reply) {}

void RequestHandle::cancel() {
    if (!isActive())
        return;
    reply_->setProperty(cancelledProperty, true);
    reply_->abort();
}

bool RequestHandle::isActive() const {
    return reply_ && reply_->isRunning();
}

RestClient::RestClient(QObject* parent) : QObject(parent) {}

void RestClient::setPinnedCertificate(const QByteArray& fingerprint) {
    if (pin_ == fingerprint)
        return;
    pin_ = fingerprint;
    // Connections that are open already were judged by the old one.
    network_.clearConnectionCache();
}

QUrl RestClient::parseAddress(const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.contains(u' '))
        return {};
    if (!trimmed.contains(QLatin1String("://")))
        return withScheme(trimmed);
    QUrl url(trimmed, QUrl::StrictMode);
    const bool known = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !known || url.host().isEmpty() || !url.userInfo().isEmpty())
        return {};
    url.setQuery(QString());
    url.setFragment(QString());
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

bool RestClient::isExposed(const QUrl& address) {
    return address.scheme() == QLatin1String("http") &&
           withScheme(address.authority()).scheme() == QLatin1String("https");
}

QNetworkRequest RestClient::request(const QString& path, const QUrlQuery& query) const {
    QUrl url = baseUrl_;
    url.setPath(QString(baseUrl_.path() + QLatin1String("/admin/api") + path), QUrl::DecodedMode);
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setTransferTimeout(static_cast<int>(timeout_.count()));
    // A redirect would carry the token to another server.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("Accept", "application/json");
    if (!token_.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token_);
    return request;
}

RequestHandle RestClient::get(const QString& path, const QUrlQuery& query, QObject* context, Callback done) {
    return watch(network_.get(request(path, query)), context, std::move(done));
}

RequestHandle RestClient::post(const QString& path, const QJsonObject& body, QObject* context,
                               Callback done) {
    QNetworkRequest outgoing = request(path, QUrlQuery());
    outgoing.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return watch(network_.post(outgoing, QJsonDocument(body).toJson(QJsonDocument::Compact)), context,
                 std::move(done));
}

void RestClient::remove(const QString& path) {
    watch(network_.deleteResource(request(path, QUrlQuery())), this, [](const ApiResult&) {});
}

RequestHandle RestClient::watch(QNetworkReply* reply, QObject* context, Callback done) {
    const auto waiting = std::make_shared<Waiting>();
    waiting->since.start();
    connect(reply, &QNetworkReply::sslErrors, this, [this, reply, waiting](const QList<QSslError>& errors) {
        const auto certificate = reply->sslConfiguration().peerCertificate();
        if (!pin_.isEmpty() && certificate.digest(QCryptographicHash::Sha256) == pin_)
            reply->ignoreSslErrors();
        else
            waiting->certificate = certificateFault(certificate, errors);
    });
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > largestAnswer)
            reply->abort();
    });
    const bool isLogin = reply->url().path().endsWith(QLatin1String("/login"));
    const QPointer<QObject> guard(context);
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, waiting, guard, isLogin, done = std::move(done)] {
                reply->deleteLater();
                ApiResult result;
                result.error = readReply(reply, result.body);
                result.elapsed = std::chrono::milliseconds(waiting->since.elapsed());
                if (result.error && waiting->certificate) {
                    result.error->kind = ApiError::Kind::Tls;
                    result.error->certificate = waiting->certificate;
                }
                if (result.error && reply->property(cancelledProperty).toBool())
                    result.error->kind = ApiError::Kind::Cancelled;
                if (guard)
                    done(result);
                if (!isLogin && result.error && result.error->status == 401)
                    Q_EMIT unauthorized();
            });
    return RequestHandle(reply);
}

} // namespace chinwag::admin
