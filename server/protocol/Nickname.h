// What becomes of a nickname where it enters, and which ones look alike.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace chinwag::protocol {

/// `text` as a nickname in Normalization Form C, so that the same name is the same bytes; nothing when that
/// is not what ChatRules allow. Thread-safe.
std::optional<std::string> readNickname(std::string_view text);

/// The skeletons (Unicode Technical Standard #39) of a name: of its folded form, in which case and what does
/// not show make no difference, and the folded form of its own. Two names look alike when they have either in
/// common. What is not UTF-8 has those of the replacement characters in it. Thread-safe.
using Skeletons = std::array<std::string, 2>;
Skeletons skeletonsOf(std::string_view name);

} // namespace chinwag::protocol
