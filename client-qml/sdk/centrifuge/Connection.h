// The state machine of a client's connection: transports that come and go, the opening command, pings, the
// connection token, and when to try again. Internal to the client, which makes one.
#pragma once

#include "sdk/Backoff.h"
#include "sdk/centrifuge/Calls.h"
#include "sdk/centrifuge/ClientOptions.h"
#include "sdk/centrifuge/TokenKeeper.h"
#include "sdk/centrifuge/Transport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace chinwag::centrifuge {

class Connection : public QObject {
    Q_OBJECT

public:
    enum class State { Disconnected, Connecting, Connected };
    /// The member `subs` of the opening command: where server-side subscriptions stand.
    using Positions = std::function<QJsonObject()>;

    Connection(ClientOptions options, TransportMaker makeTransport, Positions positions);
    ~Connection() override;

    void connectToServer();
    void disconnectFromServer();
    /// Gives the transport up and comes back.
    void reconnect(int code, const QString& reason);
    /// The next attempt is made now.
    void retryNow();

    State state() const { return state_; }
    const sdk::Fault& fault() const { return fault_; }
    std::chrono::milliseconds untilRetry() const;
    Calls& calls() { return calls_; }
    ClientOptions& options() { return options_; }
    TokenKeeper& token() { return token_; }

Q_SIGNALS:
    // The state has changed already. Whoever hears may destroy this object.
    void connecting(int code, const QString& reason);
    void connected(const chinwag::centrifuge::ConnectResult& result);
    void disconnected(int code, const QString& reason);
    void failed(const chinwag::centrifuge::Error& error);
    void pushed(const QJsonObject& push);
    /// What is known from this server is no longer valid: tokens and positions.
    void invalidated();

private:
    void attempt();
    void onConnectToken(const TokenAnswer& answer);
    void openTransport();
    void onOpened();
    void onFrame(const QString& frame);
    bool onObject(const QJsonObject& object);
    void onPush(const QJsonObject& push);
    void onClosed(const TransportEnd& closed);
    Calls::Reply onThisTransport(void (Connection::*handler)(const Result<QJsonObject>&));
    void onConnectReply(const Result<QJsonObject>& result);
    void onConnectError(const Error& error);
    void onPing();
    void refresh();
    void onRefreshToken(const TokenAnswer& answer);
    void onRefreshReply(const Result<QJsonObject>& result);
    void end(int code, const QString& reason);
    void backOff();
    void lose(int code, const QString& reason);
    void finish(int code, const QString& reason);
    void scheduleRetry();
    void dropTransport();

    ClientOptions options_;
    TransportMaker makeTransport_;
    Positions positions_;
    Calls calls_;
    TokenKeeper token_;
    std::unique_ptr<Transport> transport_;
    QTimer retry_;
    QTimer pingLimit_;
    QElapsedTimer openSince_;
    std::chrono::milliseconds pingWithin_{0}; ///< zero: none are to be expected
    State state_ = State::Disconnected;
    sdk::Fault fault_;
    bool pong_ = false;
};

} // namespace chinwag::centrifuge
