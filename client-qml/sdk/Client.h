// A person in a chat: keeps a connection to a server with the rooms that they are in, comes back when it
// breaks, and loses and doubles nothing of what is written meanwhile. Rooms go by their channels
// (RoomName.h). Everything happens on the thread that made it.
#pragma once

#include "sdk/Backoff.h"
#include "sdk/Link.h"
#include "sdk/Outbox.h"

#include <QElapsedTimer>
#include <QMap>
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
        Connected, ///< and each of the rooms has said whether it is open
        Waiting,   ///< for the next attempt; fault() says why
    };
    Q_ENUM(State)

    using LinkMaker = std::function<std::unique_ptr<Link>()>;

    explicit Client(LinkMaker makeLink, Backoff backoff = Backoff(), QObject* parent = nullptr);
    ~Client() override;

    /// Leaves where it is and goes there, into those rooms. What waits to be sent is kept when it is the same
    /// place and room.
    void connectTo(const Destination& destination, const QStringList& rooms);
    /// What is kept between two runs of the program, from now on; nothing without one. It outlives this.
    void setOfflineStore(OfflineStore* store);
    /// Leaves. What waits to be sent is forgotten, unless it is kept.
    void leave();
    /// The next attempt is made now; also the way back after the server ended the connection.
    void retryNow();

    /// Into one more room, now or with the next connection; or once more into one that did not let us in.
    void enter(const QString& room);
    /// Out of that room. What waits to be sent there is forgotten.
    void exit(const QString& room);

    /// Sends now or when the room is open again. The id under which its fate is told.
    quint64 publish(const QString& room, const QString& text, const QString& replyTo = {});
    /// Sends a message that Failed once more; false when it did not fail.
    bool resend(quint64 id);
    /// Forgets a message that Failed or waits.
    void discard(quint64 id);

    /// Asks for something to be done with a message, now or not at all; answered() follows. False when its
    /// room is not open.
    bool ask(const MessageRequest& request);

    /// Tells the others that somebody is writing there; not more often than they need to hear it.
    void tellTyping(const QString& room);
    /// A user has read up to that message. Somebody anonymous has nobody to be told of it later.
    void markRead(const QString& room, const QString& messageId);
    /// A page of what was said before. pageReceived() follows; nothing when the room is not open.
    void askOlder(const QString& room);

    /// Asks the server for anything else: a method of its protocol, and its parameters. `answer` follows, but
    /// not after `context` is gone. False without a connection.
    bool call(const QString& method, const QJsonObject& parameters, QObject* context, CallAnswer answer);

    State state() const { return state_; }
    /// We are in that room, and hear what is said.
    bool isOpen(const QString& room) const;
    const Fault& fault() const { return fault_; }
    const Destination& destination() const { return destination_; }
    /// Who the token says we are; empty for somebody anonymous.
    const QString& user() const { return user_; }
    /// We look after rooms, as the server has said with the latest connection there.
    bool isStaff() const { return staff_; }
    bool hasUnsent() const { return !outbox_.isEmpty(); }
    bool hasUnsent(const QString& room) const { return outbox_.hasAny(room); }
    /// Until the next attempt; zero when none is planned.
    std::chrono::milliseconds untilRetry() const;

Q_SIGNALS:
    void stateChanged();
    /// What was kept of the rooms that one goes to, before there is a connection. Each message of the outbox
    /// has its id.
    void restored(const chinwag::sdk::Kept& kept);
    /// `complete`: everything that was said there since the last connection has been received. It may be a
    /// room to which the server has brought us by itself.
    void roomOpened(const QString& room, bool complete);
    /// It does not let us in, or has put us out. It is asked again with the next connection.
    void roomClosed(const QString& room, const QString& reason);
    void received(const QString& room, const chinwag::sdk::Publication& publication);
    void pageReceived(const QString& room, const chinwag::sdk::Page& page);
    void typingHeard(const QString& room, const QString& nick);
    void peopleChanged(const QString& room, const QList<chinwag::sdk::Person>& people);
    /// They hold from now on; told with every connection, but of a server that does not tell.
    void rulesChanged(const QString& room, const chinwag::sdk::RoomRules& rules);
    /// The same user has read that message elsewhere, and all before it.
    void readElsewhere(const QString& room, const QString& messageId);
    /// What the server keeps for this user, each time that there is a connection.
    void roomsListed(const QList<chinwag::sdk::RoomSummary>& rooms);
    /// It is Failed, and this is why.
    void messageRefused(const QString& room, quint64 id, const QString& reason);
    /// It was done when `refusal` is empty.
    void answered(const chinwag::sdk::MessageRequest& request, const QString& refusal);
    void messageChanged(quint64 id, chinwag::sdk::MessageState state);

private:
    struct Place {
        Resume resume{}; ///< where the last connection stood there
        bool open = false;
        QString refusal{}; ///< why it did not let us in the last time; empty when it did
        QElapsedTimer typingTold{};
    };

    void attempt();
    void listen();
    void onOpened();
    void onEnded(const Fault& fault);
    void onRoomOpened(const QString& room, bool complete);
    void onRoomClosed(const QString& room, const QString& reason);
    void onReceived(const QString& room, const Publication& publication);
    void onPage(const QString& room, Page page);
    void onRefused(quint64 id, const QString& reason);
    void onAnswered(const MessageRequest& request, const QString& refusal);
    void refuseUnanswered();
    QString refusalOfAll() const;
    Publication recognised(Publication publication);
    QString person() const;
    bool restore(const QStringList& rooms);
    void failDoubtful(const QString& room);
    void keepOutgoing(quint64 id);
    void dropOutgoing(quint64 id);
    void dropLink();
    void flush();
    void flush(const QString& room);
    void change(State state, const Fault& fault = {});
    std::chrono::milliseconds nextWait(const Fault& fault);

    LinkMaker makeLink_;
    Backoff backoff_;
    Destination destination_;
    QString user_;
    bool staff_ = false;
    Outbox outbox_;
    OfflineStore* store_ = nullptr;
    std::unique_ptr<Link> link_;
    QTimer retry_;
    QTimer flushSoon_;
    QElapsedTimer openSince_;
    QMap<quint64, CallAnswer> calls_; ///< that wait for their answers
    quint64 lastCall_ = 0;
    QList<MessageRequest> asked_; ///< likewise
    QMap<QString, Place> places_; ///< the rooms that one wants to be in
    State state_ = State::Disconnected;
    Fault fault_;
    bool wasOpen_ = false; ///< at this destination: a first attempt that fails is not repeated
};

} // namespace chinwag::sdk
