// What the server API may ask of the rest of the server.
#pragma once

#include "hub/Session.h"
#include "metrics/Snapshot.h"
#include "protocol/CloseCode.h"

#include <cstddef>
#include <functional>
#include <string>

namespace chinwag::auth {
class ApiDoor;
class RevocationJournal;
} // namespace chinwag::auth
namespace chinwag::hub {
class Hub;
}

namespace chinwag::http {

/// Used on the control thread. What is referred to outlives the HTTP server.
struct ApiAccess {
    auth::ApiDoor& door;
    hub::Hub& hub;
    auth::RevocationJournal& revocations;
    /// Closes all connections of whose sessions the first argument holds; that is called on many threads. The
    /// last one gets how many those were, on the control thread, once, unless the server stops before.
    std::function<void(std::function<bool(const hub::SessionFacts&)>, protocol::CloseCode,
                       const std::string& reason, std::function<void(std::size_t)>)>
        closeWhere;
    /// Has all sessions look whether they may still be where they are; answers likewise, when they have.
    std::function<void(std::function<void()>)> review;
    std::function<metrics::Snapshot()> stats;
};

} // namespace chinwag::http
