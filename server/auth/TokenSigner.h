// Makes tokens, for trying things out: those of an application are its own business.
#pragma once

#include "auth/TokenClaims.h"

#include <string>

namespace chinwag::auth {

/// A token that says `claims`, times to the second, signed with HS256. `info` must be JSON. `audience` and
/// `issuer` may be empty, and what is empty in `claims` is left out, but for the user. An empty text for a
/// secret that is too short.
std::string signToken(const std::string& secret, const TokenClaims& claims, const std::string& audience,
                      const std::string& issuer);

} // namespace chinwag::auth
