// Requests to the operator API of one server: JSON both ways, a bearer token, failures as values.
#pragma once

#include "api/ApiError.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <optional>

class QNetworkReply;
class QNetworkRequest;

namespace chinwag::admin {

struct ApiResult {
    QJsonObject body;
    std::optional<ApiError> error;
    std::chrono::milliseconds elapsed{0};
};

/// A request on its way. Copies mean the same request.
class RequestHandle {
public:
    RequestHandle() = default;
    explicit RequestHandle(QNetworkReply* reply);

    /// The request's callback is called with Kind::Cancelled before this returns.
    void cancel();
    bool isActive() const;

private:
    QPointer<QNetworkReply> reply_;
};

class RestClient : public QObject {
    Q_OBJECT
public:
    using Callback = std::function<void(const ApiResult&)>;

    explicit RestClient(QObject* parent = nullptr);

    void setBaseUrl(const QUrl& url) { baseUrl_ = url; }
    const QUrl& baseUrl() const { return baseUrl_; }
    void setToken(const QString& token) { token_ = token.toUtf8(); }
    /// The SHA-256 of a certificate that is taken although nobody vouches for it; empty for none.
    void setPinnedCertificate(const QByteArray& fingerprint);
    void setTimeout(std::chrono::milliseconds timeout) { timeout_ = timeout; }

    /// `path` begins behind /admin/api and is not encoded. `done` is called once, from the event loop, unless
    /// `context` has been destroyed by then.
    RequestHandle get(const QString& path, const QUrlQuery& query, QObject* context, Callback done);
    RequestHandle post(const QString& path, const QJsonObject& body, QObject* context, Callback done);

    /// DELETE; nobody waits for what comes of it.
    void remove(const QString& path);

    /// What the user typed as an address: "host", "host:port" or a URL. Invalid when it is none of them. What
    /// has no scheme is encrypted, unless the host is this one or near.
    static QUrl parseAddress(const QString& text);
    /// What is sent there goes in the clear over more than a local network.
    static bool isExposed(const QUrl& address);

Q_SIGNALS:
    /// A request other than the log-in was answered 401: the session has ended.
    void unauthorized();

private:
    QNetworkRequest request(const QString& path, const QUrlQuery& query) const;
    RequestHandle watch(QNetworkReply* reply, QObject* context, Callback done);

    QNetworkAccessManager network_;
    QUrl baseUrl_;
    QByteArray token_;
    QByteArray pin_;
    std::chrono::milliseconds timeout_{10000};
};

} // namespace chinwag::admin
