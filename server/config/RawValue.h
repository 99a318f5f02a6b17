// A value as it was found, before anybody knows what it should be.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chinwag::config {

/// Text from an environment variable or a flag. Its type is whatever the key asks for.
struct Untyped {
    std::string text;
};

/// A TOML value of a kind that no key takes.
struct Unsupported {
    std::string_view kind;
};

struct RawValue {
    using List = std::vector<RawValue>;
    std::variant<bool, std::int64_t, std::string, Untyped, Unsupported, List> value;
    std::string where; ///< as in Fault
};

} // namespace chinwag::config
