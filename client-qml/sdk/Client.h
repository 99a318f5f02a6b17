// A person in a chat: keeps a connection to one room, comes back when it breaks, and loses and doubles
// nothing of what is written meanwhile. Everything happens on the thread that made it.
#pragma once

#include "sdk/Backoff.h"
#include "sdk/Link.h"
#include "sdk/Outbox.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace chinwag::sdk {

class Client : public QObject {
    Q_OBJECT

public:
    enum class State {
        Disconnected, ///< and stays so; fault() says why, unless it was wished for
        Connecting,
        Connected,
        Waiting, ///< for the next attempt; fault() says why
    };
    Q_ENUM(State)

    using LinkMaker = std::function<std::unique_ptr<Link>()>;

    explicit Client(LinkMaker makeLink, Backoff backoff = Backoff(), QObject* parent = nullptr);
    ~Client() override;

    /// Leaves where it is and goes there. What waits to be sent is kept when it is the same place.
    void connectTo(const Destination& destination);
    /// Leaves. What waits to be sent is forgotten.
    void leave();
    /// The next attempt is made now; also the way back after the server ended the connection.
    void retryNow();

    /// Sends now or when there is a connection again. The id under which its fate is told.
    quint64 publish(const QString& text);
    /// Sends a message that Failed once more; false when it did not fail.
    bool resend(quint64 id);
    /// Forgets a message that Failed or waits.
    void discard(quint64 id) { outbox_.remove(id); }

    State state() const { return state_; }
    const Fault& fault() const { return fault_; }
    const Destination& destination() const { return destination_; }
    bool hasUnsent() const { return !outbox_.isEmpty(); }
    /// Until the next attempt; zero when none is planned.
    std::chrono::milliseconds untilRetry() const;

Q_SIGNALS:
    void stateChanged();
    void received(const chinwag::sdk::Publication& publication);
    void messageChanged(quint64 id, chinwag::sdk::MessageState state);

private:
    void attempt();
    void onOpened();
    void onEnded(const Fault& fault);
    void onReceived(const Publication& publication);
    void dropLink();
    void flush();
    void change(State state, const Fault& fault = {});
    std::chrono::milliseconds nextWait(const Fault& fault);

    LinkMaker makeLink_;
    Backoff backoff_;
    Destination destination_;
    Outbox outbox_;
    std::unique_ptr<Link> link_;
    QTimer retry_;
    QTimer flushSoon_;
    QElapsedTimer openSince_;
    State state_ = State::Disconnected;
    Fault fault_;
    bool wasOpen_ = false; ///< at this destination: a first attempt that fails is not repeated
};

} // namespace chinwag::sdk
