// Reads the claims of a token whose signature is right.
#pragma once

#include "auth/TokenClaims.h"

#include <rapidjson/document.h>

#include <chrono>
#include <variant>

namespace chinwag::auth {

/// The claims, or what is wrong with them at the time `now`. An error is Expired only when nothing else is
/// wrong.
std::variant<TokenClaims, TokenError> readClaims(const rapidjson::Value& payload,
                                                 std::chrono::milliseconds leeway, TokenClaims::Time now);

} // namespace chinwag::auth
