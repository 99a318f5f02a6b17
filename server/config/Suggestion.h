// The known name that somebody who made a typing mistake probably meant.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace chinwag::config {

/// The candidate nearest to `name`, or nothing when none is near enough to be meant.
std::optional<std::string> nearest(std::string_view name, std::span<const std::string> candidates);

} // namespace chinwag::config
