// What the routes may ask of the rest of the server.
#pragma once

#include "metrics/Snapshot.h"

#include <cstdint>
#include <functional>

namespace chinwag::http {

/// Whether clients are to be sent here.
enum class Readiness : std::uint8_t {
    Ready,
    ShuttingDown,
    StoreFails, ///< what must be kept is refused until it can be kept again; the rest goes on
};

/// Called on the control thread, once a request.
struct Probes {
    std::function<metrics::Snapshot()> stats;
    std::function<Readiness()> readiness;

    bool isReady() const { return readiness() == Readiness::Ready; }
};

} // namespace chinwag::http
