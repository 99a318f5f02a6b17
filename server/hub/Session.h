// Port: one dialect's view of a connection, between the frames of net and the channels of the hub.
#pragma once

#include <string_view>

namespace chinwag::hub {

/// What a session says of itself to operators. The texts are valid until it is used again.
struct SessionFacts {
    std::string_view dialect; ///< static
    std::string_view nick;    ///< empty when it has not said
    std::string_view room;    ///< without its namespace
    std::string_view user{};  ///< whom its token names; empty for somebody anonymous
    std::string_view token{}; ///< the id of its token; empty when there is none
};

/// Made when a WebSocket has opened, destroyed when it is gone; used on its worker's thread only.
class Session {
public:
    Session() = default;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    virtual ~Session() = default;

    /// A complete text message: valid UTF-8, within the size limit, valid during the call.
    virtual void onText(std::string_view message) = 0;
    /// A complete binary message, likewise.
    virtual void onBinary(std::string_view message) = 0;

    virtual SessionFacts facts() const = 0;
};

} // namespace chinwag::hub
