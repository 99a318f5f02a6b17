// What an operator feels of a long list.
#pragma once

namespace chinwag::bench {

/// Reports for how long the window did not move at most while one opens, scrolls, sorts and filters so many
/// connections. False when they did not appear.
bool measureWindow(int connections);

} // namespace chinwag::bench
