// The counters as JSON, in the words that the public and the operators' routes share.
#pragma once

#include "metrics/Snapshot.h"

#include <QtCore/QJsonObject>

namespace chinwag::http {

/// What anybody may know.
QJsonObject publicStats(const metrics::Snapshot& now);

/// What operators may know besides: why connections were refused and closed, the process, the fan-out.
QJsonObject operatorStats(const metrics::Snapshot& now);

} // namespace chinwag::http
