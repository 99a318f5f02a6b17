// Who is logged in as an operator.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace chinwag::auth {

/// Sessions in memory: a restart ends them all. A session is known by a random token, of which only a hash
/// is kept. Of one thread.
class OperatorSessions {
public:
    using Time = std::chrono::system_clock::time_point;
    struct Session {
        std::string id; ///< names the session without giving it away
        std::string operatorName;
        std::string passwordHash; ///< of the operator then: another password ends the session
        Time expiresAt;
    };
    struct Granted {
        std::string token;
        Session session;
    };

    /// More than this many, and the one that expires first goes.
    static constexpr std::size_t maxSessions = 1'000;

    explicit OperatorSessions(std::chrono::milliseconds lifetime) : lifetime_(lifetime) {}

    Granted grant(const std::string& operatorName, const std::string& passwordHash, Time now);
    /// Nothing for a token that is not known or has expired.
    std::optional<Session> find(std::string_view token, Time now);
    void revoke(std::string_view token);

private:
    void dropExpired(Time now);

    const std::chrono::milliseconds lifetime_;
    std::unordered_map<std::string, Session> sessions_; // by the token's hash
};

} // namespace chinwag::auth
