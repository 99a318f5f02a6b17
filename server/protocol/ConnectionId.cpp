#include "protocol/ConnectionId.h"

#include <array>
#include <charconv>
#include <cstddef>

namespace chinwag::protocol {

namespace {

// One of the numbers, in its only spelling: an id is compared as text by those who keep it.
std::optional<std::uint32_t> number(std::string_view digits) {
    std::uint32_t value = 0;
    const auto* const end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, value);
    if (error != std::errc() || stopped != end || (digits.size() > 1 && digits.front() == '0'))
        return std::nullopt;
    return value;
}

} // namespace

std::string toString(const ConnectionId& id) {
    return std::to_string(id.worker) + '-' + std::to_string(id.slot) + '-' + std::to_string(id.generation);
}

std::optional<ConnectionId> parseConnectionId(std::string_view text) {
    std::array<std::uint32_t, 3> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto dash = text.find('-');
        if ((dash == std::string_view::npos) != (i + 1 == numbers.size()))
            return std::nullopt;
        const auto value = number(text.substr(0, dash));
        if (!value)
            return std::nullopt;
        numbers[i] = *value;
        text.remove_prefix(dash == std::string_view::npos ? text.size() : dash + 1);
    }
    return ConnectionId{numbers[0], numbers[1], numbers[2]};
}

} // namespace chinwag::protocol
