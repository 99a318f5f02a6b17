// How long it takes from the start of the process until there is something to see.
#pragma once

namespace chinwag::bench {

/// False when no window comes.
bool measureStart();

} // namespace chinwag::bench
