// What the Centrifuge client protocol speaks of, as values.
#pragma once

#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QPointer>
#include <QString>

#include <chrono>
#include <functional>
#include <utility>
#include <variant>

namespace chinwag::centrifuge {

/// What the client itself finds wrong. A server's codes begin at 100.
enum class ErrorCode {
    Timeout = 1,            ///< no reply in time
    TransportClosed = 2,    ///< the connection broke; whether the server did it is not known
    ClientDisconnected = 3, ///< there is no connection, and none is being made
    ConnectToken = 5,       ///< the provider of tokens failed
    RefreshToken = 6,
    Unsubscribed = 7, ///< asked of a subscription that is none
    SubscribeToken = 8,
    SubscriptionRefreshToken = 9,
    QueueFull = 20, ///< too much waits for the connection already
};

struct Error {
    int code = 0;
    QString message;
    bool temporary = false; ///< trying again later may help

    bool is(ErrorCode other) const { return code == static_cast<int>(other); }
};

/// A value, or why there is none.
template <typename T>
class Result {
public:
    Result(T value) : content_(std::move(value)) {}     // NOLINT(google-explicit-constructor)
    Result(Error error) : content_(std::move(error)) {} // NOLINT(google-explicit-constructor)

    bool isOk() const { return std::holds_alternative<T>(content_); }
    explicit operator bool() const { return isOk(); }
    /// Only when it isOk().
    const T& value() const { return *std::get_if<T>(&content_); }
    /// Only when it is not.
    const Error& error() const { return *std::get_if<Error>(&content_); }

private:
    std::variant<T, Error> content_;
};

template <typename T>
using Callback = std::function<void(const Result<T>&)>;

/// The same, but it is dropped when `context` has been destroyed meanwhile. Without one it is always called.
template <typename T>
Callback<T> whileAlive(QObject* context, Callback<T> callback) {
    if (context == nullptr || !callback)
        return callback;
    return [guard = QPointer<QObject>(context), inner = std::move(callback)](const Result<T>& result) {
        if (guard)
            inner(result);
    };
}

/// A result that says nothing but that it is done.
struct Done {};

struct ClientInfo {
    QString user;
    QString client;
    QJsonValue connInfo{QJsonValue::Undefined}; ///< undefined where there is none
    QJsonValue chanInfo{QJsonValue::Undefined};
};

struct Publication {
    QJsonValue data{QJsonValue::Undefined};
    quint64 offset = 0; ///< in its channel's stream; 0 = it has no place there
    ClientInfo info;    ///< its `client` is empty when an application has published it
    QHash<QString, QString> tags;
    qint64 time = 0; ///< milliseconds since 1970; 0 = the server does not say
};

/// Where a stream stands. Offsets of another epoch mean other publications.
struct StreamPosition {
    quint64 offset = 0;
    QString epoch;
};

/// How long something holds; zero: for good.
using TimeToLive = std::chrono::seconds;

struct SubscribeResult {
    StreamPosition position;
    TimeToLive ttl{0};
    bool recoverable = false;
    bool positioned = false;
    bool wasRecovering = false; ///< it was asked for what had been missed ...
    bool recovered = false;     ///< ... and `publications` are all of that; otherwise something is lost
    QList<Publication> publications;
    QJsonValue data{QJsonValue::Undefined};
};

struct ConnectResult {
    QString client; ///< the id of this connection
    QString version;
    QJsonValue data{QJsonValue::Undefined};
    std::chrono::seconds ping{0}; ///< the server pings so often; zero: it does not
    bool pong = false;            ///< and wants an answer
    TimeToLive ttl{0};
    QHash<QString, SubscribeResult> subs; ///< that the server has made, by channel
};

struct PublishResult {};

struct HistoryOptions {
    int limit = 0; ///< 0: the position alone; negative: as many as the server gives
    bool reverse = false;
    bool hasSince = false; ///< only what comes after `since`, or in reverse before it
    StreamPosition since{};
};

struct HistoryResult {
    QList<Publication> publications;
    StreamPosition position;
};

struct PresenceResult {
    QHash<QString, ClientInfo> clients; ///< by client id
};

struct PresenceStatsResult {
    int clients = 0;
    int users = 0;
};

/// What a provider of tokens answers.
struct TokenAnswer {
    enum class Kind {
        Token,        ///< `text` is one; an empty one connects somebody anonymous
        Unauthorized, ///< nobody may: this ends the connection or subscription for good
        Failed,       ///< not now, `text` says why; it is asked again after a while
    };
    Kind kind = Kind::Failed;
    QString text;

    static TokenAnswer token(QString token) { return {Kind::Token, std::move(token)}; }
    static TokenAnswer unauthorized() { return {Kind::Unauthorized, {}}; }
    static TokenAnswer failed(QString why) { return {Kind::Failed, std::move(why)}; }
};

using TokenReply = std::function<void(const TokenAnswer&)>;
/// Asked for a fresh token: of the channel, or with an empty one of the connection. It answers within the
/// call or later, on the client's thread, once. An answer that comes when nobody waits for it any more is
/// dropped.
using TokenProvider = std::function<void(const QString& channel, TokenReply reply)>;

} // namespace chinwag::centrifuge
