#include "config/Units.h"

#include <array>
#include <charconv>
#include <limits>

namespace chinwag::config {

namespace {

struct NamedUnit {
    std::string_view name;
    std::uint64_t factor;
};

// Largest first, as formatting wants them.
constexpr std::array<NamedUnit, 4> sizeUnits{
    {{"GiB", 1ULL << 30U}, {"MiB", 1ULL << 20U}, {"KiB", 1ULL << 10U}, {"", 1}}};
constexpr std::array<NamedUnit, 4> durationUnits{{{"h", 3'600'000}, {"m", 60'000}, {"s", 1'000}, {"ms", 1}}};

using Units = std::array<NamedUnit, 4>;

std::optional<std::uint64_t> parseWithUnit(std::string_view text, const Units& units) {
    constexpr std::uint64_t limit = std::numeric_limits<std::int64_t>::max();
    const auto unitAt = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto number = parseCount(text.substr(0, unitAt));
    if (!number)
        return std::nullopt;
    for (const auto& unit : units) {
        if (text.substr(unitAt) == unit.name)
            return *number <= limit / unit.factor ? std::optional(*number * unit.factor) : std::nullopt;
    }
    return std::nullopt;
}

std::string formatWithUnit(std::uint64_t amount, const Units& units) {
    for (const auto& unit : units) {
        if (amount >= unit.factor && amount % unit.factor == 0)
            return std::to_string(amount / unit.factor).append(unit.name);
    }
    return "0";
}

} // namespace

std::optional<std::uint64_t> parseCount(std::string_view text) {
    std::uint64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || rest != end)
        return std::nullopt;
    return number;
}

std::optional<std::uint64_t> parseSize(std::string_view text) {
    return parseWithUnit(text, sizeUnits);
}

std::optional<std::chrono::milliseconds> parseDuration(std::string_view text) {
    constexpr std::int64_t longest = std::numeric_limits<std::int64_t>::max() / 1'000;
    if (const auto seconds = parseCount(text))
        return *seconds <= longest ? std::optional(std::chrono::milliseconds(*seconds * 1'000))
                                   : std::nullopt;
    const auto milliseconds = parseWithUnit(text, durationUnits);
    return milliseconds ? std::optional(std::chrono::milliseconds(*milliseconds)) : std::nullopt;
}

std::string formatSize(std::uint64_t bytes) {
    return formatWithUnit(bytes, sizeUnits);
}

std::string formatDuration(std::chrono::milliseconds duration) {
    const auto count = static_cast<std::uint64_t>(duration.count());
    return count == 0 ? "0s" : formatWithUnit(count, durationUnits);
}

} // namespace chinwag::config
