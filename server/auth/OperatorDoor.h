// Lets operators in: names and passwords against sessions.
#pragma once

#include "auth/AttemptLimiter.h"
#include "auth/OperatorFile.h"
#include "auth/OperatorSessions.h"

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QThreadPool>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace chinwag::auth {

/// Lives on the control thread. Passwords are verified one after the other on a thread of its own: one
/// takes some 100 ms and 64 MiB, and logging in must not be a way to take the server's memory and cores.
class OperatorDoor {
public:
    struct Login {
        enum class Outcome : std::uint8_t {
            Granted,
            Wrong,   ///< there is no such name with such a password
            Limited, ///< too many attempts; to be tried again after `retryAfter`
            Busy,    ///< too many are being verified; likewise
            Failed,  ///< the operators cannot be read; the log says why
        };
        Outcome outcome = Outcome::Failed;
        OperatorSessions::Granted granted{}; ///< when Granted
        std::chrono::milliseconds retryAfter{};
    };

    OperatorDoor(const QString& dataDirectory, std::chrono::milliseconds sessionLifetime);
    /// Drops the log-ins at hand with all that their callbacks hold.
    ~OperatorDoor();
    OperatorDoor(const OperatorDoor&) = delete;
    OperatorDoor& operator=(const OperatorDoor&) = delete;

    /// `done` is called once, at once or later, on the control thread. `address` is the client's: attempts
    /// are limited by name and by address (an IPv6 one by its /64).
    void logIn(const std::string& name, const std::string& password, const std::string& address,
               std::function<void(Login)> done);
    void logOut(std::string_view token) { sessions_.revoke(token); }

    /// The session of `token`, if its operator still exists and has the password it was made with.
    std::optional<OperatorSessions::Session> session(std::string_view token);

private:
    struct Attempt {
        std::string name;
        std::string passwordHash; // empty when there is no such operator
        std::string addressKey;
        std::string address;
        std::function<void(Login)> done;
    };
    std::optional<Login> refusal(const std::string& name, const std::string& addressKey);
    void verified(std::uint64_t number, bool right);

    OperatorFile file_;
    OperatorSessions sessions_;
    AttemptLimiter byName_;
    AttemptLimiter byAddress_;
    std::uint64_t lastAttempt_ = 0;
    std::unordered_map<std::uint64_t, Attempt> attempts_;
    QThreadPool pool_;
    QObject home_; // what the pool finds out comes back to its thread
};

} // namespace chinwag::auth
