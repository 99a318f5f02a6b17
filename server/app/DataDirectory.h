// Where the server keeps what must outlive it.
#pragma once

#include "config/Settings.h"

#include <QString>

namespace chinwag::app {

/// The directory of the settings; without one there the first that systemd names in STATE_DIRECTORY, or
/// else chinwag in the user's data directory (XDG Base Directory specification). It need not exist.
QString dataDirectory(const config::ServerSettings& settings);

} // namespace chinwag::app
