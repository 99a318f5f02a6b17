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
    quint64 publish(const QString& text, const QString& replyTo = {});
    /// Sends a message that Failed once more; false when it did not fail.
    bool resend(quint64 id);
    /// Forgets a message that Failed or waits.
    void discard(quint64 id) { outbox_.remove(id); }

    /// Asks for something to be done with a message, now or not at all; answered() follows while the
    /// connection lasts. False without one.
    bool ask(const MessageRequest& request);

    /// Tells the others that somebody is writing here; not more often than they need to hear it.
    void tellTyping();
    /// A page of what was said before. pageReceived() follows; nothing without a connection.
    void askOlder();

    State state() const { return state_; }
    /// Everything that was said since the last connection has been received with this one.
    bool isComplete() const { return complete_; }
    const Fault& fault() const { return fault_; }
    const Destination& destination() const { return destination_; }
    bool hasUnsent() const { return !outbox_.isEmpty(); }
    /// Until the next attempt; zero when none is planned.
    std::chrono::milliseconds untilRetry() const;

Q_SIGNALS:
    void stateChanged();
    void received(const chinwag::sdk::Publication& publication);
    void pageReceived(const chinwag::sdk::Page& page);
    void typingHeard(const QString& nick);
    void peopleChanged(const QStringList& nicks);
    /// It is Failed, and this is why.
    void messageRefused(quint64 id, const QString& reason);
    /// It was done when `refusal` is empty.
    void answered(const chinwag::sdk::MessageRequest& request, const QString& refusal);
    void messageChanged(quint64 id, chinwag::sdk::MessageState state);

private:
    void attempt();
    void onOpened(bool complete);
    void onEnded(const Fault& fault);
    void onReceived(const Publication& publication);
    void onPage(Page page);
    void onRefused(quint64 id, const QString& reason);
    Publication recognised(Publication publication);
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
    QElapsedTimer typingTold_;
    Resume resume_; ///< where the last connection to this destination stood
    State state_ = State::Disconnected;
    Fault fault_;
    bool complete_ = true;
    bool wasOpen_ = false; ///< at this destination: a first attempt that fails is not repeated
};

} // namespace chinwag::sdk
