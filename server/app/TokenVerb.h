// `chinwagd token`: a token for trying things out.
#pragma once

#include "app/CommandLine.h"
#include "config/Settings.h"

namespace chinwag::app {

/// Prints a token that is signed with the configured secret and that the server takes. Returns the
/// program's exit status; complaints go to standard error.
int makeToken(const TokenCommand& command, const config::Settings& settings);

} // namespace chinwag::app
