// Operators give themselves a second factor, and take it away.
#pragma once

#include "auth/AttemptLimiter.h"
#include "auth/SecondFactor.h"

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QThreadPool>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace chinwag::auth {

/// Lives on the control thread. The file is changed on a thread of its own, where a password is verified,
/// too.
class SecondFactorSetup {
public:
    /// How long a secret waits for the first code.
    static constexpr std::chrono::minutes patience{10};

    struct Outcome {
        enum class Kind : std::uint8_t {
            Done,
            NotBegun, ///< or too long ago
            There,    ///< there is one already
            None,     ///< there is none
            Wrong,    ///< the code, or the password
            Limited,  ///< too many were wrong; to be tried again after `retryAfter`
            Failed,   ///< the operators cannot be read or written; the log says why
        };
        Kind kind = Kind::Failed;
        std::vector<std::string> recoveryCodes{}; ///< of a new one: to be shown once
        std::chrono::milliseconds retryAfter{};
    };
    using Done = std::function<void(Outcome)>;

    explicit SecondFactorSetup(QString dataDirectory);
    /// Drops what is at hand with all that its callbacks hold.
    ~SecondFactorSetup();
    SecondFactorSetup(const SecondFactorSetup&) = delete;
    SecondFactorSetup& operator=(const SecondFactorSetup&) = delete;

    /// A new secret for the operator, which means nothing until confirm().
    std::string begin(const std::string& name);
    /// `done` is called once, at once or later, on the control thread; so below.
    void confirm(const std::string& name, const std::string& code, Done done);
    /// With a code or the password: a session that somebody else got hold of is not enough.
    void remove(const std::string& name, const std::string& codeOrPassword, Done done);

private:
    struct Begun {
        std::string secret;
        std::chrono::steady_clock::time_point at;
    };
    std::optional<Outcome> refusal(const std::string& name);
    // Runs `work` on the other thread, and then `done` here.
    void run(const std::string& name, std::function<Outcome()> work, Done done);
    void finish(std::uint64_t number, Outcome outcome);

    const QString dataDirectory_;
    AttemptLimiter attempts_;
    std::unordered_map<std::string, Begun> begun_; // by operator
    struct Pending {
        std::string name;
        Done done;
    };
    std::uint64_t last_ = 0;
    std::unordered_map<std::uint64_t, Pending> pending_;
    QThreadPool pool_;
    QObject home_; // what the pool finds out comes back to its thread
};

} // namespace chinwag::auth
