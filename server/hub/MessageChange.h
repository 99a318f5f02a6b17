// What may happen to a chat message after it was said: its author changes its text or takes it back.
#pragma once

#include "hub/Hub.h"
#include "hub/Past.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>

namespace chinwag::hub {

/// A chat message as it is now, wherever it was found.
struct KnownMessage {
    std::string data;   ///< JSON text; empty for a tombstone
    std::string user;   ///< who said it, or empty
    std::string client; ///< the connection that said it, or empty
    bool isTombstone = false;
};

enum class ChangeError : std::uint8_t {
    NoSuchMessage, ///< there is none in this room, or it has been taken back
    NotTheAuthor,
    Unavailable, ///< the store cannot do it now; to be tried again
};

/// What an error of the store is to whoever named a message.
ChangeError changeErrorOf(const StoreError& error);

using FoundMessage = std::variant<KnownMessage, ChangeError>;

/// Looks for the message `id` in what is remembered of `channel` and then in the store. `done` is called
/// once, at once or on a thread of the store. A tombstone is found, too.
void findMessage(Hub& hub, Channel& channel, const std::string& id, std::function<void(FoundMessage)> done);

/// Who asks for a change: by the user that a token names, or else by the connection.
struct Author {
    std::string user;
    std::string client;
};

/// Called once, at once or on a thread of the store, when nothing gives the old text any more; nothing means
/// that it is done.
using ChangeDone = std::function<void(std::optional<ChangeError>)>;

/// Gives the message `id` another text, which must be one that ChatRules allow, and tells the room. `hub`
/// must outlive what its store answers.
void editMessage(Hub& hub, Channel& channel, const std::string& id, const Author& author, std::string text,
                 ChangeDone done);

/// Takes the message `id` back, leaves a tombstone and tells the room. Likewise.
void redactMessage(Hub& hub, Channel& channel, const std::string& id, const Author& author, ChangeDone done);

} // namespace chinwag::hub
