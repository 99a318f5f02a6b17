// Who may open a WebSocket of the seed's dialect, and in which room.
#pragma once

#include "auth/TokenVerifier.h"
#include "hub/Hub.h"
#include "hub/Opening.h"

namespace chinwag::session {

/// Query: `room` (default `lobby`) is the channel `chat:<room>`; `nick` is a name for the connection,
/// `device` one for what it is on. What is not as the rules for these demand is refused with 400, who has no
/// right token where one is needed with 401, whom operators have banned or locked out with 403. Thread-safe;
/// `hub` must outlive the sessions.
hub::Admission admitPlain(hub::Hub& hub, const auth::TokenVerifier& tokens, const hub::Opening& opening);

} // namespace chinwag::session
