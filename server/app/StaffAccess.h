// The open connections and the rules, as staff in the chat asks for them.
#pragma once

#include "net/ConnectionDirectory.h"
#include "session/StaffPort.h"

namespace chinwag::app {

/// Both must outlive it, and the control thread's event loop must run for anything to be answered.
session::StaffPort staffPort(hub::ModerationDesk& desk, net::ConnectionDirectory& directory);

} // namespace chinwag::app
