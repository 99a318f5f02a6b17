// What no key can be checked for alone: values that contradict each other, files that are not there.
#pragma once

#include "config/Fault.h"
#include "config/Key.h"

#include <functional>
#include <vector>

namespace chinwag::config {

/// Where a key got its value, as in Fault.
using Whereabouts = std::function<std::string(const Key&)>;

void crossCheck(const Settings& settings, const Whereabouts& whereabouts, std::vector<Fault>& faults);

} // namespace chinwag::config
