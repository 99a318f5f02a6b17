// The settings as a configuration file that explains itself.
#pragma once

#include "config/Settings.h"

#include <string>
#include <vector>

namespace chinwag::config {

/// Every key with its documentation and value; what is at its default is commented out.
std::string print(const Settings& settings);

/// The keys whose values differ and that a reload cannot apply, as "section.key".
std::vector<std::string> restartKeys(const Settings& running, const Settings& wanted);

} // namespace chinwag::config
