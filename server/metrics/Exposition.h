// A snapshot as text in the format that Prometheus scrapes.
#pragma once

#include "metrics/ProcessStats.h"
#include "metrics/Snapshot.h"

#include <string>
#include <string_view>

namespace chinwag::metrics {

/// The media type of what `exposition` returns.
inline constexpr std::string_view expositionType = "text/plain; version=0.0.4; charset=utf-8";

/// Every metric with its help and type. Metrics of a process value that is absent are left out.
std::string exposition(const Snapshot& snapshot, const ProcessStats& process);

} // namespace chinwag::metrics
