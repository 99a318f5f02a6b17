// Lets operators in: names and passwords against sessions.
#pragma once

#include "auth/AttemptLimiter.h"
#include "auth/FirstOperator.h"
#include "auth/OperatorFile.h"
#include "auth/OperatorSessions.h"
#include "auth/SecondFactorSetup.h"

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
#include <variant>
#include <vector>

namespace chinwag::auth {

/// Lives on the control thread. Passwords are verified, and codes spent, one after the other on a thread of
/// its own: a password takes some 100 ms and 64 MiB, and logging in must not be a way to take the server's
/// memory and cores.
class OperatorDoor {
public:
    struct Login {
        enum class Outcome : std::uint8_t {
            Granted,
            Wrong,      ///< there is no such name with such a password
            CodeNeeded, ///< the password is right, and a code of the second factor is asked for
            CodeWrong,  ///< the password is right and the code is not, or was taken before
            Limited,    ///< too many attempts; to be tried again after `retryAfter`
            Busy,       ///< too many are being verified; likewise
            Failed,     ///< the operators cannot be read; the log says why
        };
        Outcome outcome = Outcome::Failed;
        OperatorSessions::Granted granted{}; ///< when Granted
        std::chrono::milliseconds retryAfter{};
    };

    /// What somebody comes with.
    struct Attempt {
        std::string name;
        std::string password;
        OperatorSessions::Client client{};
        std::string code{}; ///< of the second factor; empty for none
    };

    /// `clock` is asked how old the code for a first operator is.
    OperatorDoor(const QString& dataDirectory, OperatorSessions::Limits limits,
                 FirstOperator::Clock clock = &std::chrono::steady_clock::now);
    /// Drops the log-ins at hand with all that their callbacks hold.
    ~OperatorDoor();
    OperatorDoor(const OperatorDoor&) = delete;
    OperatorDoor& operator=(const OperatorDoor&) = delete;

    /// `done` is called once, at once or later, on the control thread. Attempts are limited by name and by
    /// the client's address (an IPv6 one by its /64), and count until one of them lets somebody in.
    void logIn(const Attempt& attempt, std::function<void(Login)> done);
    void logOut(std::string_view token) { sessions_.revoke(token); }

    /// The session of `token`, if its operator still exists and has the password it was made with.
    std::optional<OperatorSessions::Session> session(std::string_view token);

    /// Those that session() would find, the last one first.
    std::vector<OperatorSessions::Session> sessions();
    void endSession(std::string_view id) { sessions_.revokeNamed(id); }

    SecondFactorSetup& secondFactor() { return secondFactor_; }
    FirstOperator& firstOperator() { return firstOperator_; }

    /// As they are now, or an error text.
    std::variant<OperatorsRef, QString> operators() { return file_.read(); }

private:
    struct Pending {
        std::string name;
        std::string passwordHash; // empty when there is no such operator
        std::string addressKey;
        OperatorSessions::Client client;
        std::function<void(Login)> done;
    };
    // What a thread of the pool found out.
    struct Finding {
        bool isPasswordRight = false;
        FactorResult factor;
    };
    std::optional<Login> refusal(const std::string& name, const std::string& addressKey);
    void verified(std::uint64_t number, const Finding& finding);
    void letIn(const Pending& pending);

    const QString dataDirectory_;
    OperatorFile file_;
    OperatorSessions sessions_;
    SecondFactorSetup secondFactor_;
    FirstOperator firstOperator_;
    AttemptLimiter byName_;
    AttemptLimiter byAddress_;
    std::uint64_t lastAttempt_ = 0;
    std::unordered_map<std::uint64_t, Pending> attempts_;
    QThreadPool pool_;
    QObject home_; // what the pool finds out comes back to its thread
};

} // namespace chinwag::auth
