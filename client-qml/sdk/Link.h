// One connection to a chat, from its opening to its end. The port behind which the network is exchanged:
// CentrifugeLink speaks to a server, and a program without a network has DemoLink.
#pragma once

#include "sdk/Fault.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QUrl>

namespace chinwag::sdk {

/// What a server takes at most in one message, in characters (code points).
inline constexpr int maxMessageCharacters = 4'000;

struct Destination {
    QUrl server; ///< as Endpoint::server
    QString nick;
    QString room;
    QString token{}; ///< says who it is; empty where nobody has to

    bool operator==(const Destination&) const = default;
};

/// Where the connection before this one stood in the room.
struct Resume {
    bool known = false; ///< false: there was none, or it does not matter any more
    quint64 offset = 0;
    QString epoch{};
    QString newestId{};    ///< of the messages that were received
    quint64 olderThan = 0; ///< the next page backwards begins here; 0 = at the newest message
};

struct Outgoing {
    quint64 id = 0;
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
    QString messageId{}; ///< by the server
    QString text{};
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
    bool own = false;    ///< said by this program
};

/// A part of the room's past.
struct Page {
    QList<Publication> messages; ///< oldest first
    bool more = false;           ///< there is something older than that
    bool gap = false;            ///< between what was received before and these, some may be missing
    bool latest = false;         ///< the newest there are; otherwise what comes before the page before
};

class Link : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Once, at first. Either opened() or ended() follows, in a later turn of the event loop.
    virtual void open(const Destination& destination, const Resume& resume) = 0;
    /// Says goodbye. Nothing is signalled any more.
    virtual void close() = 0;
    /// Hands a message to the connection; false when it is not open. received() with its clientId is the
    /// receipt, refused() says that there will be none.
    virtual bool publish(const Outgoing& message) = 0;
    /// Asks for something to be done with a message; answered() follows unless the connection ends. False
    /// when it is not open. What others see of it comes by received(), as for everybody.
    virtual bool ask(const MessageRequest& request) = 0;
    /// Tells the others that somebody is writing here.
    virtual void tellTyping() = 0;
    /// A page backwards. pageReceived() follows unless the connection ends.
    virtual void askOlder() = 0;
    /// What the next connection to this room goes on from.
    virtual Resume resume() const = 0;

Q_SIGNALS:
    /// `complete`: everything that was said since the connection before has been received by now. What is not
    /// among it did not arrive.
    void opened(bool complete);
    void received(const chinwag::sdk::Publication& publication);
    void pageReceived(const chinwag::sdk::Page& page);
    void refused(quint64 id, const QString& reason);
    /// It was done; or it was not, and `refusal` says why.
    void answered(const chinwag::sdk::MessageRequest& request, const QString& refusal);
    void typingHeard(const QString& nick);
    /// Who is in the room, each name once for everybody who has it.
    void peopleChanged(const QStringList& nicks);
    /// Once, at last.
    void ended(const chinwag::sdk::Fault& fault);
};

} // namespace chinwag::sdk
