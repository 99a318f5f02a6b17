// The name of one open connection among all that this process has and had.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace chinwag::protocol {

/// A place in its worker's table, and which of the connections that had this place it is.
struct ConnectionId {
    std::uint32_t worker = 0;
    std::uint32_t slot = 0;
    std::uint32_t generation = 0;

    friend bool operator==(const ConnectionId&, const ConnectionId&) = default;
    // Spelled out: moc of Qt 6.4 cannot read the header that a defaulted <=> needs.
    friend bool operator<(const ConnectionId& a, const ConnectionId& b) {
        return std::tie(a.worker, a.slot, a.generation) < std::tie(b.worker, b.slot, b.generation);
    }
};

/// "worker-slot-generation".
std::string toString(const ConnectionId& id);

/// Reads what toString() writes; nothing for any other text.
std::optional<ConnectionId> parseConnectionId(std::string_view text);

} // namespace chinwag::protocol
