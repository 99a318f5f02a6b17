// Parameters in the query of a request target.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chinwag::protocol {

struct QueryParameter {
    /// False when it is given more than once, or is not valid percent-encoded UTF-8.
    bool valid = true;
    /// Decoded; nothing when it is absent or not valid.
    std::optional<std::string> value;
};

/// Finds parameter `name` in `query` (`a=1&b=2`, without the '?'). As in forms, '+' is a space.
QueryParameter queryParameter(std::string_view query, std::string_view name);

} // namespace chinwag::protocol
