// Time-based one-time passwords (RFC 6238), as authenticator apps show them: SHA-1, 6 digits, 30 seconds.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chinwag::auth {

using TotpTime = std::chrono::system_clock::time_point;

/// 160 random bits in base32 (RFC 4648 section 6), without padding: what an app is told.
std::string makeTotpSecret();

/// Whether `text` is base32 as makeTotpSecret() writes it.
bool isTotpSecret(std::string_view text);

/// The address that an app reads from a QR code: otpauth://totp/ISSUER:NAME?... .
std::string totpUri(std::string_view secret, std::string_view operatorName);

/// How many times 30 seconds have passed since 1970.
std::int64_t totpStep(TotpTime time);

/// The code of a step: six digits. Empty for a secret that is none.
std::string totpCode(std::string_view secret, std::int64_t step);

/// The step that `code` is of, if that is the one of `now`, the one before or the one after, and later than
/// `lastStep`: a code is taken once.
std::optional<std::int64_t> matchTotp(std::string_view secret, std::string_view code, TotpTime now,
                                      std::int64_t lastStep);

} // namespace chinwag::auth
