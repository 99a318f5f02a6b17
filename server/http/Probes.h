// What the routes may ask of the rest of the server.
#pragma once

#include "metrics/Snapshot.h"

#include <functional>

namespace chinwag::http {

/// Called on the control thread, once a request.
struct Probes {
    std::function<metrics::Snapshot()> stats;
    std::function<bool()> ready; ///< false while the server drains
};

} // namespace chinwag::http
