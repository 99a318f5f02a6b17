// Who may open a WebSocket of the seed's dialect, and in which room.
#pragma once

#include "hub/Hub.h"
#include "hub/Opening.h"

namespace chinwag::session {

/// Query: `room` (default `lobby`) is the channel `chat:<room>`; `nick` is a name for the connection.
/// What is not as ChatRules demands is refused with 400. Thread-safe; `hub` must outlive the sessions.
hub::Admission admitPlain(hub::Hub& hub, const hub::Opening& opening);

} // namespace chinwag::session
