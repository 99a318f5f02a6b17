#include "auth/Revocations.h"

#include <algorithm>

namespace chinwag::auth {

void Revocations::revokeToken(const std::string& id, Time until, Time now) {
    add({Revocation::Kind::Token, id, now, until}, now);
}

void Revocations::revokeUser(const std::string& user, Time until, Time now) {
    add({Revocation::Kind::User, user, now, until}, now);
}

void Revocations::add(const Revocation& revocation, Time now) {
    const std::scoped_lock lock(mutex_);
    for (auto* const each : {&tokens_, &users_})
        std::erase_if(*each, [now](const auto& entry) { return entry.second.until <= now; });
    auto& entry = (revocation.kind == Revocation::Kind::Token ? tokens_ : users_)[revocation.key];
    entry.issuedUpTo = std::max(entry.issuedUpTo, revocation.issuedUpTo);
    entry.until = std::max(entry.until, revocation.until);
}

bool Revocations::isRevoked(const TokenClaims& claims, Time now) const {
    const std::scoped_lock lock(mutex_);
    if (!claims.id.empty()) {
        const auto token = tokens_.find(claims.id);
        if (token != tokens_.end() && now < token->second.until)
            return true;
    }
    // Nobody is not somebody.
    if (claims.user.empty())
        return false;
    const auto user = users_.find(claims.user);
    return user != users_.end() && now < user->second.until &&
           (!claims.issuedAt || *claims.issuedAt <= user->second.issuedUpTo);
}

} // namespace chinwag::auth
