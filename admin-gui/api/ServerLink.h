// The session with one server: logs in, watches it second by second, comes back after a loss.
#pragma once

#include "api/Endpoint.h"
#include "api/LiveFeed.h"
#include "api/RestClient.h"
#include "api/Stats.h"
#include "sdk/Backoff.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace chinwag::admin {

/// The counters come by the live feed; as long as they do not, the server is asked for them.
class ServerLink : public QObject {
    Q_OBJECT
public:
    enum class State {
        Disconnected, ///< nobody wants a session
        Connecting,   ///< the first log-in
        Online,
        Lost,    ///< was online; another attempt at retryAt()
        Refused, ///< it makes no sense to go on by itself; error() says why
    };
    Q_ENUM(State)

    explicit ServerLink(QObject* parent = nullptr);

    /// Begins a session; one that there is ends silently.
    void connectTo(const Endpoint& endpoint);
    /// Forgets the session. The server's side of it runs out by itself.
    void disconnectFromServer();
    /// Ends the session on both sides.
    void logOut();
    void retryNow();
    /// Asks for the counters now and not at the next second.
    void refresh();

    State state() const { return state_; }
    /// Why it is Lost or Refused.
    const ApiError& error() const { return error_; }
    /// When Lost tries again; invalid while it is trying.
    const QDateTime& retryAt() const { return retryAt_; }
    const Endpoint& endpoint() const { return endpoint_; }
    /// Of the last answer; empty before the first one.
    std::optional<std::chrono::milliseconds> latency() const { return latency_; }
    RestClient& client() { return client_; }
    LiveFeed& feed() { return feed_; }

    void setPollInterval(std::chrono::milliseconds interval) { poll_.setInterval(interval); }

Q_SIGNALS:
    void stateChanged(chinwag::admin::ServerLink::State state);
    void statsReceived(const chinwag::admin::Stats& stats);

private:
    void enter(State state);
    void logIn();
    void loggedIn(const ApiResult& result);
    void poll();
    void polled(const ApiResult& result);
    void pollUnlessFed();
    void takeFed(const QJsonObject& stats);
    void feedChanged(bool live);
    void lose(const ApiError& error);
    void refuse(const ApiError& error);
    void sessionEnded();
    void stop();

    RestClient client_;
    LiveFeed feed_{client_};
    QElapsedTimer fed_;    ///< since the feed has last told the counters
    QElapsedTimer polled_; ///< since they were last asked for
    // Not less than half a second: the wait is counted down on the screen.
    sdk::Backoff backoff_{{std::chrono::milliseconds(500), std::chrono::milliseconds(1'000),
                           std::chrono::milliseconds(30'000)}};
    QTimer poll_;
    QTimer retry_;
    RequestHandle pending_;
    State state_ = State::Disconnected;
    bool loggingIn_ = false;
    bool hasToken_ = false;
    Endpoint endpoint_;
    ApiError error_;
    QDateTime retryAt_;
    std::optional<std::chrono::milliseconds> latency_;
};

} // namespace chinwag::admin
