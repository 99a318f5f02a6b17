// Who asks for a WebSocket, by the token that comes with the request.
#pragma once

#include "auth/TokenVerifier.h"
#include "hub/Opening.h"

#include <optional>
#include <string>
#include <variant>

namespace chinwag::session {

/// The token that comes with a request: as `token` in the query, as `Authorization: Bearer TOKEN`, or, for
/// a page, which can set no header, as the subprotocol `bearer.TOKEN`. Nothing when there is none, and an
/// answer that refuses the request when there are several.
std::variant<std::optional<std::string>, protocol::HttpAnswer> offeredToken(const hub::Opening& opening);

/// The claims of the token in the request, or the answer that refuses it. Without a token and where none is
/// wanted, somebody anonymous; and without keys nobody looks at one. Thread-safe.
std::variant<auth::TokenClaims, protocol::HttpAnswer> checkToken(const auth::TokenVerifier& tokens,
                                                                 const hub::Opening& opening);

} // namespace chinwag::session
