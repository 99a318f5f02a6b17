// How a chat message travels inside WebSocket messages.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chinwag::bench {

enum class Dialect {
    Plain,     ///< the tutorial's: the text itself
    SocketIo,  ///< Engine.IO 4 and Socket.IO 5 packets; the message is the event "chat"
    Centrifuge ///< JSON commands and replies, one a line; what is not for the connection itself is handed on
               ///< whole
};

std::optional<Dialect> dialectFromName(std::string_view name);
std::string_view nameOf(Dialect dialect);

/// Where a server of that dialect usually takes connections.
std::string_view defaultPath(Dialect dialect);

/// Whether a client may talk as soon as the WebSocket is open; else the server has a packet to send first.
bool isOpenAtOnce(Dialect dialect);

/// The path of a client that is to be in room `room`.
std::string pathOfRoom(std::string_view path, std::size_t room);

/// A WebSocket message that says `text`, which has no character that JSON would escape.
std::string wrap(Dialect dialect, std::string_view text);

/// What a WebSocket message from the server means, or of Centrifuge a line of it.
struct Incoming {
    enum class Kind {
        Chat,    ///< `text` is the chat message
        Answer,  ///< the protocol wants `text` sent back
        Joined,  ///< the client may talk now; `text` is what it was told on the way in
        Nothing, ///< of no interest
        Unknown, ///< nothing that the dialect has
    };
    Kind kind = Kind::Unknown;
    std::string_view text;
};

Incoming interpret(Dialect dialect, std::string_view message);

} // namespace chinwag::bench
