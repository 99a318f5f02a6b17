#include "auth/OperatorSessions.h"

#include "auth/Secret.h"

#include <algorithm>

namespace chinwag::auth {

namespace {

constexpr std::size_t tokenBytes = 32;
constexpr std::size_t idCharacters = 16;

} // namespace

OperatorSessions::Granted OperatorSessions::grant(const std::string& operatorName,
                                                  const std::string& passwordHash, Time now,
                                                  const Client& client, Role role) {
    dropExpired(now);
    if (sessions_.size() >= maxSessions)
        sessions_.erase(
            std::min_element(sessions_.begin(), sessions_.end(), [](const auto& a, const auto& b) {
                return a.second.expiresAt < b.second.expiresAt;
            }));
    const auto token = randomSecret(tokenBytes);
    const auto hash = secretHash(token);
    Session session{hash.substr(0, idCharacters),
                    operatorName,
                    passwordHash,
                    now + limits_.lifetime,
                    client,
                    now,
                    now,
                    role};
    sessions_.insert_or_assign(hash, session);
    return {token, session};
}

std::optional<OperatorSessions::Session> OperatorSessions::find(std::string_view token, Time now) {
    const auto found = sessions_.find(secretHash(token));
    if (found == sessions_.end())
        return std::nullopt;
    if (isOver(found->second, now)) {
        sessions_.erase(found);
        return std::nullopt;
    }
    found->second.lastUsed = now;
    return found->second;
}

void OperatorSessions::revoke(std::string_view token) {
    sessions_.erase(secretHash(token));
}

std::vector<OperatorSessions::Session> OperatorSessions::list(Time now) {
    dropExpired(now);
    std::vector<Session> all;
    all.reserve(sessions_.size());
    for (const auto& entry : sessions_)
        all.push_back(entry.second);
    std::sort(all.begin(), all.end(), [](const Session& a, const Session& b) {
        return a.since != b.since ? a.since > b.since : a.id < b.id;
    });
    return all;
}

void OperatorSessions::revokeNamed(std::string_view id) {
    std::erase_if(sessions_, [id](const auto& entry) { return entry.second.id == id; });
}

void OperatorSessions::setRole(std::string_view token, Role role) {
    if (const auto found = sessions_.find(secretHash(token)); found != sessions_.end())
        found->second.role = role;
}

bool OperatorSessions::isOver(const Session& session, Time now) const {
    return session.expiresAt <= now || (limits_.idle.count() > 0 && session.lastUsed + limits_.idle <= now);
}

void OperatorSessions::dropExpired(Time now) {
    std::erase_if(sessions_, [&](const auto& entry) { return isOver(entry.second, now); });
}

} // namespace chinwag::auth
