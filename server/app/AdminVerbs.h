// `chinwagd admin`: who may look after the server.
#pragma once

#include "app/CommandLine.h"
#include "config/Settings.h"

namespace chinwag::app {

/// Returns the program's exit status; complaints go to standard error.
int administer(const AdminCommand& command, const config::Settings& settings);

} // namespace chinwag::app
