// Failures of the load generator are values: a text that can be shown as it is.
#pragma once

#include <optional>
#include <string>
#include <variant>

namespace chinwag::bench {

struct Failure {
    std::string text;
};

template <typename Value>
using Result = std::variant<Value, Failure>;

/// Empty when all is well.
using Check = std::optional<Failure>;

/// `what` followed by the text of the current `errno`.
Failure systemFailure(const std::string& what);

} // namespace chinwag::bench
