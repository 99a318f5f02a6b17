// Who may open a WebSocket of the Centrifuge protocol.
#pragma once

#include "hub/Hub.h"
#include "hub/Opening.h"
#include "session/CentrifugeSession.h"

namespace chinwag::session {

/// Everybody, but on the internal listener operators alone: who it is, is said in the first command.
/// Thread-safe; all but `opening` must outlive the sessions.
hub::Admission admitCentrifuge(hub::Hub& hub, const CentrifugeSettings& settings, const TokenGate& tokens,
                               const hub::Opening& opening);

} // namespace chinwag::session
