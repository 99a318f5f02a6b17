// Why there is no connection, as a value: for the program what to do, for a person what happened.
#pragma once

#include <QString>

namespace chinwag::sdk {

struct Fault {
    enum class Kind {
        None,
        NameNotFound, ///< no such host
        Refused,      ///< nothing listens there
        TimedOut,     ///< no answer in time
        Tls,          ///< no encrypted connection that can be trusted
        NoChat,       ///< a server, but none that chats here
        Rejected,     ///< the server does not take this nickname, room or person
        Full,         ///< too many connections; it may pass
        Kicked,       ///< a moderator ended the connection
        Banned,       ///< a moderator does not let this person in
        Lockdown,     ///< a moderator does not let people in for now
        Token,        ///< there has to be a token, or another one
        Ended,        ///< the server ended the connection for good
        Lost,         ///< the connection broke
    };

    Kind kind = Kind::None;
    QString text;              ///< a sentence or two to be shown
    bool mayRetry = false;     ///< true: coming back by oneself, after a while, is right
    int retryAfterSeconds = 0; ///< the server asked to wait at least so long; 0 = it did not

    bool isFault() const { return kind != Kind::None; }
    bool operator==(const Fault&) const = default;
};

} // namespace chinwag::sdk
