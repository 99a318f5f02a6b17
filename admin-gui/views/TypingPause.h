// When somebody is taken to have typed what they want to.
#pragma once

#include <chrono>

namespace chinwag::admin {

/// As long as no key is pressed what was typed is not asked of the server.
inline constexpr std::chrono::milliseconds typingPause{300};

} // namespace chinwag::admin
