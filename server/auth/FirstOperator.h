// The first operator of a server: whoever has the code that is shown when it starts without one.
#pragma once

#include "auth/AttemptLimiter.h"

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QThreadPool>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace chinwag::auth {

/// Lives on the control thread; a password is hashed, and the file written, on a thread of its own. Of the
/// code only a hash is kept, in memory: a restart makes another.
class FirstOperator {
public:
    using Time = std::chrono::steady_clock::time_point;
    using Clock = std::function<Time()>;
    /// How long a code may be used.
    static constexpr std::chrono::minutes lifetime{60};

    struct Outcome {
        enum class Kind : std::uint8_t {
            Made,
            Taken,   ///< there is an operator already
            Closed,  ///< no code is valid, or not any more
            Wrong,   ///< another one is
            Limited, ///< too many were wrong; to be tried again after `retryAfter`
            Busy,    ///< one is being made; likewise
            Failed,  ///< the operators cannot be read or written; the log says why
        };
        Kind kind = Kind::Failed;
        std::chrono::milliseconds retryAfter{};
    };
    using Done = std::function<void(Outcome)>;

    /// What somebody comes with. Name and password must be valid.
    struct Attempt {
        std::string code;
        std::string name;
        std::string password;
        std::string address; ///< by which attempts are limited (an IPv6 one by its /64)
    };

    FirstOperator(QString dataDirectory, Clock clock);
    /// Drops what is at hand with all that its callback holds.
    ~FirstOperator();
    FirstOperator(const FirstOperator&) = delete;
    FirstOperator& operator=(const FirstOperator&) = delete;

    /// A new code of 128 random bits, if there is no operator; any before it is worth nothing.
    std::optional<std::string> open();
    /// Whether a code would be taken now.
    bool isOpen();
    /// Makes the first operator, an admin. The code is spent when that has come off. `done` is called once,
    /// at once or later, on the control thread.
    void make(const Attempt& attempt, Done done);

private:
    std::optional<Outcome> refusal(const Attempt& attempt);
    void finish(const std::string& addressKey, Outcome::Kind kind);

    const QString dataDirectory_;
    const Clock clock_;
    AttemptLimiter attempts_;
    std::string codeHash_; // empty: none
    Time expiresAt_;
    Done pending_; // of the one that is being made
    QThreadPool pool_;
    QObject home_; // what the pool finds out comes back to its thread
};

} // namespace chinwag::auth
