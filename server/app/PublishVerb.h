// `chinwagd publish`: a message by the server API of a running server.
#pragma once

#include "app/CommandLine.h"
#include "config/Settings.h"

namespace chinwag::app {

/// Publishes and prints where the message went, as JSON. Returns the program's exit status; complaints go to
/// standard error. Needs a QCoreApplication.
int publish(const PublishCommand& command, const config::Settings& settings);

} // namespace chinwag::app
