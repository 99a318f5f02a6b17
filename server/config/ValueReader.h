// Puts a raw value where its key says, when it is one that the key allows.
#pragma once

#include "config/Fault.h"
#include "config/Key.h"
#include "config/RawValue.h"

#include <vector>

namespace chinwag::config {

/// Adds a fault for everything about `raw` that is not allowed, for a list one an entry. With any fault
/// the setting keeps the value it had.
void readValue(const Key& key, const RawValue& raw, Settings& settings, std::vector<Fault>& faults);

} // namespace chinwag::config
