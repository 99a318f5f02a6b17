// Secrets that are made up here and of which only a hash is kept: tokens, codes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace chinwag::auth {

/// `bytes` random ones, as base64url.
std::string randomSecret(std::size_t bytes);

/// By which a secret that nobody could guess is known again; base64url. A look-up by it reveals by its
/// timing nothing about the secret. Nothing for passwords: those can be guessed.
std::string secretHash(std::string_view secret);

} // namespace chinwag::auth
