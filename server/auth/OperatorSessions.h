// Who is logged in as an operator.
#pragma once

#include "auth/Role.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chinwag::auth {

/// Sessions in memory: a restart ends them all. A session is known by a random token, of which only a hash
/// is kept. Of one thread.
class OperatorSessions {
public:
    using Time = std::chrono::system_clock::time_point;
    /// From where somebody logged in.
    struct Client {
        std::string address;
        std::string userAgent; ///< as it calls itself, which proves nothing
    };
    struct Session {
        std::string id; ///< names the session without giving it away
        std::string operatorName;
        std::string passwordHash; ///< of the operator then: another password ends the session
        Time expiresAt;
        Client client{};
        Time since{};
        Time lastUsed{};
        Role role = Role::Viewer; ///< of the operator, as last seen
    };
    struct Granted {
        std::string token;
        Session session;
    };
    struct Limits {
        std::chrono::milliseconds lifetime{};
        std::chrono::milliseconds idle{}; ///< unused for so long, it ends; 0: however long
    };

    /// More than this many, and the one that expires first goes.
    static constexpr std::size_t maxSessions = 1'000;

    explicit OperatorSessions(Limits limits) : limits_(limits) {}
    explicit OperatorSessions(std::chrono::milliseconds lifetime) : limits_{lifetime, {}} {}

    Granted grant(const std::string& operatorName, const std::string& passwordHash, Time now,
                  const Client& client = {}, Role role = Role::Viewer);
    /// Nothing for a token that is not known or has expired. Counts as use.
    std::optional<Session> find(std::string_view token, Time now);
    void revoke(std::string_view token);

    /// All of them, the one that was made last first.
    std::vector<Session> list(Time now);
    /// Ends the one called `id`.
    void revokeNamed(std::string_view id);
    void setRole(std::string_view token, Role role);

private:
    bool isOver(const Session& session, Time now) const;
    void dropExpired(Time now);

    const Limits limits_;
    std::unordered_map<std::string, Session> sessions_; // by the token's hash
};

} // namespace chinwag::auth
