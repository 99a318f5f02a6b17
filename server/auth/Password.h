// Passwords of operators: kept as argon2id, made up well, and judged by length alone.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace chinwag::auth {

inline constexpr std::size_t minPasswordCharacters = 10;
inline constexpr std::size_t maxPasswordCharacters = 256;
inline constexpr std::string_view passwordRule = "a password is 10 to 256 characters of text";

/// Valid UTF-8 of a length within the limits, without control characters. What it is made of is the
/// operator's business: rules about digits make passwords worse (NIST SP 800-63B section 5.1.1.2).
bool isValidPassword(std::string_view password);

/// The argon2id hash with its parameters and salt, as text; nothing when there is no memory for it
/// (64 MiB). Takes some 100 ms of CPU on purpose: never on a thread that serves.
std::optional<std::string> hashPassword(std::string_view password);

/// Takes as long as hashPassword, also for a `hash` that is none.
bool verifyPassword(const std::string& hash, std::string_view password);

/// About 99 random bits in four groups of letters and digits that cannot be mistaken for one another.
std::string generatePassword();

} // namespace chinwag::auth
