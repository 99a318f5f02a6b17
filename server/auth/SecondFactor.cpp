#include "auth/SecondFactor.h"

#include "auth/OperatorFile.h"
#include "auth/Password.h"
#include "auth/Secret.h"

#include <algorithm>

namespace chinwag::auth {

std::vector<std::string> makeRecoveryCodes() {
    std::vector<std::string> codes(recoveryCodeCount);
    std::generate(codes.begin(), codes.end(), generatePassword);
    return codes;
}

std::string recoveryHash(std::string_view code) {
    std::string plain;
    for (const char byte : code) {
        if (byte == ' ')
            continue;
        plain += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
    return secretHash(plain);
}

bool spendCode(SecondFactor& factor, std::string_view code, TotpTime now) {
    if (const auto step = matchTotp(factor.secret, code, now, factor.lastStep)) {
        factor.lastStep = *step;
        return true;
    }
    return std::erase(factor.recoveryHashes, recoveryHash(code)) > 0;
}

FactorResult passSecondFactor(OperatorFile& file, std::string_view name, std::string_view code,
                              TotpTime now) {
    const auto operators = file.read();
    if (const auto* const error = std::get_if<QString>(&operators))
        return {FactorCheck::Failed, *error};
    const auto* const one = findOperator(*std::get<OperatorsRef>(operators), name);
    if (one == nullptr || !one->secondFactor)
        return {FactorCheck::Passed};
    if (code.empty())
        return {FactorCheck::Needed};
    auto check = FactorCheck::Failed;
    const auto error = file.update([&](Operators& all) -> std::optional<QString> {
        auto* const found = findOperator(all, name);
        const bool isNeeded = found != nullptr && found->secondFactor;
        check = !isNeeded || spendCode(*found->secondFactor, code, now) ? FactorCheck::Passed
                                                                        : FactorCheck::Wrong;
        return check == FactorCheck::Wrong ? std::optional(QString()) : std::nullopt;
    });
    if (check == FactorCheck::Wrong)
        return {FactorCheck::Wrong};
    return error ? FactorResult{FactorCheck::Failed, *error} : FactorResult{FactorCheck::Passed};
}

} // namespace chinwag::auth
