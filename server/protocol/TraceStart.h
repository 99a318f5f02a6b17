// What became of the wish to trace a connection.
#pragma once

#include "protocol/ConnectionInfo.h"
#include "protocol/TracedFrame.h"

#include <optional>

namespace chinwag::protocol {

struct TraceStart {
    std::optional<ConnectionInfo> connection; ///< what it is like; nothing when it has ended
    /// It is an operator who follows the live feed, and so maybe this trace: it is not traced.
    bool isOperators = false;
};

} // namespace chinwag::protocol
