// The counters as JSON, in the words that the public and the operators' routes share.
#pragma once

#include "metrics/Snapshot.h"

#include <QtCore/QJsonObject>

#include <string>

namespace chinwag::http {

/// What anybody may know.
QJsonObject publicStats(const metrics::Snapshot& now);

/// Whether the server can do what it is there for.
struct ServerHealth {
    bool isReady = false; ///< as /readyz has it
    std::string store;    ///< as the node's `store`
    bool operator==(const ServerHealth&) const = default;
};

/// What operators may know besides: why connections were refused and closed, the process, the fan-out.
QJsonObject operatorStats(const metrics::Snapshot& now, const ServerHealth& health);

} // namespace chinwag::http
