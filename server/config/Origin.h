// Where the value of a key comes from.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace chinwag::config {

enum class OriginKind : std::uint8_t { Default, File, Environment, Flag };

constexpr std::array<std::string_view, 4> words(OriginKind) {
    return {"default", "file", "environment", "flag"};
}

struct Origin {
    OriginKind kind = OriginKind::Default;
    std::string where{}; ///< "FILE:LINE", a variable's name, or "--flag"; empty for the default

    bool operator==(const Origin&) const = default;
};

/// By the key's name, "section.key" or "namespace.NAME.key". What is not there is at its default.
using Origins = std::map<std::string, Origin, std::less<>>;

} // namespace chinwag::config
