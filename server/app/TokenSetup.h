// The rules for tokens, from the configuration and the key files that it names.
#pragma once

#include "auth/TokenVerifier.h"
#include "config/Fault.h"
#include "config/Settings.h"

#include <variant>

namespace chinwag::app {

/// Reads the files. A fault when one of them is not what it should be; its `where` is the file.
std::variant<auth::TokenRules, config::Fault> tokenRules(const config::AuthSettings& settings);

} // namespace chinwag::app
