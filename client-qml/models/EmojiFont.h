// Emoji in colour, where the desktop has a font for them.
#pragma once

namespace chinwag::models {

/// Lets the application's font fall back to a colour font before any other. Before the first window is made.
void preferColourEmoji();

} // namespace chinwag::models
