// What an operator feels of a long list.
#pragma once

#include "Place.h"

namespace chinwag::bench {

/// Reports for how long the window did not move at most while one watches, opens, scrolls, sorts and filters
/// what is connected to the server at `place`, which has a live feed. False when they did not appear.
bool measureWindow(const Place& place);

} // namespace chinwag::bench
