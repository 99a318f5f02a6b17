// A setting's value as TOML.
#pragma once

#include "config/Key.h"

#include <string>

namespace chinwag::config {

/// The value in TOML, as the file takes it.
std::string valueText(const Key& key, const Settings& settings);

} // namespace chinwag::config
