// Which server a person means: turns what is typed, or pasted from a browser, into an address to connect to.
#pragma once

#include <QString>
#include <QUrl>

namespace chinwag::sdk {

struct Endpoint {
    QUrl server{};   ///< ws:// or wss://, with the path that the chat is mounted under; empty when there is a
                     ///< fault
    QString room{};  ///< the room that a pasted link names, or empty
    QString fault{}; ///< what is wrong with the text, for the person who typed it; empty when nothing is

    /// What a log-in link, chinwag://HOST/ROOM?nick=NICK&token=TOKEN, says beside that. Empty where it is
    /// none.
    QString nick{};
    QString token{};
    QString plain{}; ///< the address without all that, as a person would type it

    bool isValid() const { return fault.isEmpty(); }
    /// Host and, where it is not the scheme's own, port.
    QString name() const;

    /// Without a scheme, names on the internet mean TLS, and machines nearby mean none and port 8000, on
    /// which a server listens unless told otherwise.
    static Endpoint parse(const QString& typed);
};

} // namespace chinwag::sdk
