// Sizes and durations with their units, read and written.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chinwag::config {

/// The ranges of keys are given in these: bytes and milliseconds.
inline constexpr std::uint64_t kibibyte = 1024;
inline constexpr std::uint64_t mebibyte = 1024 * kibibyte;
inline constexpr std::uint64_t second = 1000;
inline constexpr std::uint64_t minute = 60 * second;
inline constexpr std::uint64_t day = 24 * 60 * minute;

/// A whole number, no sign.
std::optional<std::uint64_t> parseCount(std::string_view text);

/// "65536" (bytes), "64KiB", "1MiB", "2GiB".
std::optional<std::uint64_t> parseSize(std::string_view text);

/// "25" (seconds), "500ms", "25s", "2m", "1h".
std::optional<std::chrono::milliseconds> parseDuration(std::string_view text);

/// The largest unit that divides it: "64KiB", "100B" is "100".
std::string formatSize(std::uint64_t bytes);

/// The largest unit that divides it: "2m", "1500ms".
std::string formatDuration(std::chrono::milliseconds duration);

} // namespace chinwag::config
