// What the generator has to know of the Centrifuge protocol: it writes few commands, and looks into replies
// only for numbers. It relies on what it says itself having none of the names that it looks for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace chinwag::bench {

/// Ids of the two commands with which each client begins; those that follow count from there.
constexpr std::uint64_t connectId = 1;
constexpr std::uint64_t subscribeId = 2;

/// Where a client was when it last heard something.
struct StreamPlace {
    std::string epoch;
    std::uint64_t offset = 0;
};

/// Connects as `name`, and subscribes to `channel`; with a `place`, from there on.
std::string joiningCommands(std::string_view name, std::string_view channel,
                            const StreamPlace* place = nullptr);
std::string publishCommand(std::uint64_t id, std::string_view channel, std::string_view text);

/// The id of the command that `line` replies to; 0 when it is a push.
std::uint64_t replyId(std::string_view line);
bool hasError(std::string_view line);

/// The offset of the publication that `line` pushes; 0 when it pushes something else.
std::uint64_t pushedOffset(std::string_view line);

/// What a reply to subscribe says.
struct Subscribed {
    StreamPlace top;
    bool recovered = false;
};
/// Calls `each` with the offset of every publication in the reply, in their order.
Subscribed readSubscribed(std::string_view line, const std::function<void(std::uint64_t)>& each);

} // namespace chinwag::bench
