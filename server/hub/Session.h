// Port: one dialect's view of a connection, between the frames of net and the channels of the hub.
#pragma once

#include <string_view>

namespace chinwag::hub {

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
};

} // namespace chinwag::hub
