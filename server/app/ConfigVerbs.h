// The commands that look at the configuration and do nothing with it.
#pragma once

#include "config/Loader.h"

#include <vector>

namespace chinwag::app {

/// Prints `faults` to standard error, one a line.
void reportFaults(const std::vector<config::Fault>& faults);

/// Both return the exit code.
int checkConfig(const config::Sources& sources);
int printConfig(const config::Sources& sources);

} // namespace chinwag::app
