// How tokens are signed (RFC 7518 section 3).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace chinwag::auth {

/// Those that are taken; "none" is not among them.
enum class TokenAlgorithm : std::uint8_t { HS256, HS384, HS512, RS256, RS384, RS512, ES256, ES384, ES512 };

/// What a key must be to go with an algorithm. Each curve is a kind of its own.
enum class TokenKeyKind : std::uint8_t { Secret, Rsa, P256, P384, P521 };

std::string_view name(TokenAlgorithm algorithm);
/// By its exact name: RFC 7515 section 4.1.1 has it that case matters.
std::optional<TokenAlgorithm> tokenAlgorithm(std::string_view name);
TokenKeyKind keyKind(TokenAlgorithm algorithm);

} // namespace chinwag::auth
