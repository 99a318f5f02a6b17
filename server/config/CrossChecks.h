// What no key can be checked for alone: values that contradict each other, files that are not there.
#pragma once

#include "config/Fault.h"
#include "config/Key.h"

#include <functional>
#include <vector>

namespace chinwag::config {

/// Where a key got its value, as in Fault; empty when it still has its default.
using Whereabouts = std::function<std::string(const Key&)>;

/// A value that is already at fault is not compared with others: the fault would only confuse.
void crossCheck(const Settings& settings, const Whereabouts& whereabouts, std::vector<Fault>& faults);

} // namespace chinwag::config
