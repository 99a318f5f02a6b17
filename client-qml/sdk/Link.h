// One connection to a chat, with all the rooms that one is in, from its opening to its end. The port behind
// which the network is exchanged: CentrifugeLink speaks to a server, and a program without a network has
// DemoLink. Rooms go by their channels (RoomName.h). Everything happens on the thread that made it.
#pragma once

#include "sdk/Fault.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <functional>

namespace chinwag::sdk {

/// What a server takes at most in one message, in characters (code points).
inline constexpr int maxMessageCharacters = 4'000;

struct Destination {
    QUrl server; ///< as Endpoint::server
    QString nick;
    QString token{};  ///< says who it is; empty where nobody has to
    QString device{}; ///< what this installation calls itself there: 8 to 128 letters, digits, `-`, `_`, `.`
                      ///< or `:`; empty where it has no name

    bool operator==(const Destination&) const = default;
};

/// Where the connection before this one stood in a room.
struct Resume {
    bool known = false; ///< false: there was none, or it does not matter any more
    quint64 offset = 0;
    QString epoch{};
    QString newestId{};    ///< of the messages that were received
    quint64 olderThan = 0; ///< the next page backwards begins here; 0 = at the newest message
    bool restored = false; ///< it is of an earlier run of the program: nobody has paged back in this one
};

/// A room that one wants to be in, and from where on.
struct RoomStart {
    QString room;
    Resume resume{};
};

struct Outgoing {
    quint64 id = 0;
    QString room{};
    QString text{};
    QString clientId{}; ///< by which it is recognised when it comes back, in the next connection too
    QString replyTo{};  ///< the id of the message that it answers, or empty
};

/// What is wished for a message that is there.
struct MessageRequest {
    enum class Kind {
        Edit,   ///< it shall say `text`
        Redact, ///< it shall be taken back
        Report  ///< operators shall look at it; `text` says why
    };

    Kind kind = Kind::Edit;
    QString room{};
    QString messageId{}; ///< by the server
    QString text{};

    bool operator==(const MessageRequest&) const = default;
};

struct Publication {
    enum class Kind {
        Message,
        Notice,  ///< said by an application
        Edited,  ///< the message `id` now says `text`
        Redacted ///< the message `id` was taken back
    };

    QString nick{}; ///< empty when the message names nobody
    QString text{};
    quint64 ownId = 0; ///< the message of ours that this is, come back from the server; 0 = somebody else's
    QString id{};      ///< by the server; empty where it has none
    QDateTime at{};    ///< the server's time; null: just now
    QString replyTo{}; ///< the id of another message, or empty
    QString clientId{};
    Kind kind = Kind::Message;
    bool edited = false; ///< its text is not the first one
    bool own = false;    ///< said by this program, or elsewhere by the same user
    QString user{};      ///< who has said it, by their token; empty for somebody anonymous
};

/// A part of a room's past.
struct Page {
    QList<Publication> messages; ///< oldest first
    bool more = false;           ///< there is something older than that
    bool gap = false;            ///< between what was received before and these, some may be missing
    bool latest = false;         ///< the newest there are; otherwise what comes before the page before
};

/// Somebody who is in a room.
struct Person {
    QString nick;     ///< empty without one
    QString user{};   ///< by their token; empty for somebody anonymous
    QString client{}; ///< one of their connections, as the server calls it

    bool operator==(const Person&) const = default;
};

/// What holds in a room for everybody but those who look after it.
struct RoomRules {
    bool locked = false; ///< nobody writes
    int slowSeconds = 0; ///< everybody writes once in so many seconds; 0: as often as they like

    bool operator==(const RoomRules&) const = default;
};

/// What the server keeps for a user of a room.
struct RoomSummary {
    QString room;
    QString readUpTo{}; ///< the message up to which everything was read; empty: nothing was
    int unread = -1;    ///< messages of others behind that; -1: the room is not open to this user, or nobody
                        ///< counts
    QDateTime lastAt{}; ///< when something was last said there; null when nothing was
    int mentions = -1;  ///< of the unread, those that speak to this user; -1: nobody counts
};

/// What a server says to a call. `refusal` says for people why it was not done, and is empty when it was.
using CallAnswer = std::function<void(const QJsonObject& result, const QString& refusal)>;

class Link : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Once, at first. Either opened() or ended() follows, in a later turn of the event loop.
    virtual void open(const Destination& destination, const QList<RoomStart>& rooms) = 0;
    /// Says goodbye. Nothing is signalled any more.
    virtual void close() = 0;
    /// One more room, from open() on. roomOpened() or roomClosed() follows unless the connection ends.
    virtual void enter(const RoomStart& start) = 0;
    /// Nothing is signalled of that room any more.
    virtual void exit(const QString& room) = 0;
    /// Hands a message to the connection; false when its room is not open. received() with its clientId is
    /// the receipt, refused() says that there will be none.
    virtual bool publish(const Outgoing& message) = 0;
    /// Asks for something to be done with a message; answered() follows unless the connection ends. False
    /// when its room is not open. What others see of it comes by received(), as for everybody.
    virtual bool ask(const MessageRequest& request) = 0;
    /// Tells the others that somebody is writing there.
    virtual void tellTyping(const QString& room) = 0;
    /// Everything up to that message was read.
    virtual void markRead(const QString& room, const QString& messageId) = 0;
    /// A page backwards. pageReceived() follows unless the connection ends.
    virtual void askOlder(const QString& room) = 0;
    /// What the server keeps for this user; roomsListed() follows where it keeps anything.
    virtual void askRooms() = 0;
    /// Anything else that the server can be asked: a method of its protocol, and its parameters. `answer`
    /// follows in a later turn of the event loop, unless the connection ends.
    virtual void call(const QString& method, const QJsonObject& parameters, CallAnswer answer) = 0;
    /// The server has said that this user looks after rooms. Known once opened().
    virtual bool isStaff() const = 0;
    /// What the next connection goes on from in that room.
    virtual Resume resume(const QString& room) const = 0;

Q_SIGNALS:
    /// The server has let us in, and said of each room that was asked for whether it is open. A room that
    /// cannot be opened for now follows later.
    void opened();
    /// We are in a room, of ours or one to which the server has brought us by itself. `complete`: everything
    /// that was said there since the connection before has been received by now. What is not among it did not
    /// arrive.
    void roomOpened(const QString& room, bool complete);
    /// The room does not let us in, or has put us out; `reason` is for people.
    void roomClosed(const QString& room, const QString& reason);
    void received(const QString& room, const chinwag::sdk::Publication& publication);
    void pageReceived(const QString& room, const chinwag::sdk::Page& page);
    void refused(quint64 id, const QString& reason);
    /// It was done; or it was not, and `refusal` says why.
    void answered(const chinwag::sdk::MessageRequest& request, const QString& refusal);
    void typingHeard(const QString& room, const QString& nick);
    void peopleChanged(const QString& room, const QList<chinwag::sdk::Person>& people);
    /// They hold from now on; told whenever a room has opened, too, unless the server is one that does not
    /// tell.
    void rulesChanged(const QString& room, const chinwag::sdk::RoomRules& rules);
    /// The same user has read that message elsewhere, and all before it.
    void readElsewhere(const QString& room, const QString& messageId);
    void roomsListed(const QList<chinwag::sdk::RoomSummary>& rooms);
    /// Once, at last.
    void ended(const chinwag::sdk::Fault& fault);
};

} // namespace chinwag::sdk
