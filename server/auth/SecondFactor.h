// What an operator needs besides the password, if they want it so.
#pragma once

#include "auth/Totp.h"

#include <QtCore/QString>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::auth {

class OperatorFile;

struct SecondFactor {
    std::string secret;                        ///< see Totp.h
    std::int64_t lastStep = 0;                 ///< of the last code that was taken
    std::vector<std::string> recoveryHashes{}; ///< of the recovery codes that are left
};

inline constexpr std::size_t recoveryCodeCount = 10;

/// Codes for when the authenticator is lost, each good for one time.
std::vector<std::string> makeRecoveryCodes();
/// Of a code as it was made or as a person types it: in capitals, with spaces.
std::string recoveryHash(std::string_view code);

/// Takes a code of the authenticator or a recovery code, so that it is not taken again. False, and nothing
/// has changed, when it is not right.
bool spendCode(SecondFactor& factor, std::string_view code, TotpTime now);

enum class FactorCheck : std::uint8_t {
    Passed, ///< or none is asked for
    Needed, ///< and no code was given
    Wrong,
    Failed, ///< the operators cannot be read or written; `error` says why
};
struct FactorResult {
    FactorCheck check = FactorCheck::Failed;
    QString error{};
};

/// Whether `code`, which may be empty, lets the operator `name` through. What is taken is written down before
/// this returns: no restart and no second server takes it again. Reads and writes the file, so it may wait.
FactorResult passSecondFactor(OperatorFile& file, std::string_view name, std::string_view code, TotpTime now);

} // namespace chinwag::auth
