// The open connections, as the operator API asks for them.
#pragma once

#include "http/OperatorAccess.h"
#include "net/ConnectionDirectory.h"

namespace chinwag::app {

/// `directory` must outlive it.
http::ConnectionPort connectionPort(net::ConnectionDirectory& directory);

} // namespace chinwag::app
