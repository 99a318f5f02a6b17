// What scrolling through a long conversation costs, frame by frame.
#pragma once

namespace chinwag::bench {

/// False when no window comes, or not all of the messages are in it.
bool measureScrolling(int messages);

} // namespace chinwag::bench
