// Parameters in the query of a request target.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chinwag::protocol {

struct QueryParameter {
    /// False when it is given more than once, or is not valid percent-encoded UTF-8.
    bool valid = true;
    /// Decoded; nothing when it is absent or not valid.
    std::optional<std::string> value;
};

/// Finds parameter `name` in `query` (`a=1&b=2`, without the '?'). As in forms, '+' is a space.
QueryParameter queryParameter(std::string_view query, std::string_view name);

/// All parameters with their values, in order. Nothing when one is not valid percent-encoded UTF-8.
std::optional<std::vector<std::pair<std::string, std::string>>> queryParameters(std::string_view query);

} // namespace chinwag::protocol
