// How long things take, of two moments at which a server has counted that.
#pragma once

#include "api/Stats.h"

#include <optional>

namespace chinwag::admin {

struct Latency {
    double median = 0;    ///< milliseconds, as the other
    double nearlyAll = 0; ///< 99 of a hundred took at most this
};

/// Of what was counted between `before` and `now`; nothing when that was nothing, or the bounds are not
/// known.
std::optional<Latency> latencyBetween(const QVector<double>& boundsSeconds, const QVector<qint64>& before,
                                      const QVector<qint64>& now);

} // namespace chinwag::admin
