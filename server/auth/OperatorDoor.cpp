#include "auth/OperatorDoor.h"

#include "auth/AddressKey.h"
#include "auth/Logging.h"
#include "auth/Password.h"

#include <algorithm>
#include <utility>

namespace chinwag::auth {

namespace {

constexpr std::size_t maxAttemptsAtOnce = 16;
constexpr std::size_t maxRememberedLogins = 10'000;
constexpr std::chrono::seconds busyRetry{2};
// A person who has forgotten which password it was gets by with these; a list of passwords does not.
constexpr AttemptLimiter::Rate ratePerName{10, std::chrono::seconds(60)};
constexpr AttemptLimiter::Rate ratePerAddress{20, std::chrono::seconds(30)};

} // namespace

OperatorDoor::OperatorDoor(const QString& dataDirectory, OperatorSessions::Limits limits,
                           FirstOperator::Clock clock)
    : dataDirectory_(dataDirectory),
      file_(dataDirectory),
      sessions_(limits),
      secondFactor_(dataDirectory),
      firstOperator_(dataDirectory, std::move(clock)),
      byName_(ratePerName, maxRememberedLogins),
      byAddress_(ratePerAddress, maxRememberedLogins) {
    pool_.setMaxThreadCount(1);
}

OperatorDoor::~OperatorDoor() {
    pool_.clear();
    pool_.waitForDone();
}

std::optional<OperatorDoor::Login> OperatorDoor::refusal(const std::string& name, const std::string& key) {
    const auto now = std::chrono::steady_clock::now();
    const auto wait = std::max(byName_.wait(name, now), byAddress_.wait(key, now));
    if (wait.count() > 0)
        return Login{Login::Outcome::Limited, {}, wait};
    if (attempts_.size() >= maxAttemptsAtOnce)
        return Login{Login::Outcome::Busy, {}, busyRetry};
    byName_.take(name, now);
    byAddress_.take(key, now);
    return std::nullopt;
}

void OperatorDoor::logIn(const Attempt& attempt, std::function<void(Login)> done) {
    const auto& name = attempt.name;
    const auto key = addressKey(attempt.client.address);
    if (const auto refused = refusal(name, key)) {
        qCWarning(lcAuth, "operator %s: attempt to log in from %s refused, there were too many", name.c_str(),
                  attempt.client.address.c_str());
        done(*refused);
        return;
    }
    const auto operators = file_.read();
    if (const auto* const error = std::get_if<QString>(&operators)) {
        qCCritical(lcAuth, "%s", qUtf8Printable(*error));
        done(Login{});
        return;
    }
    const auto* const found = findOperator(*std::get<OperatorsRef>(operators), name);
    const auto number = ++lastAttempt_;
    const auto hash = found != nullptr ? found->passwordHash : std::string();
    attempts_.emplace(number, Pending{name, hash, key, attempt.client, std::move(done)});
    pool_.start([this, number, hash, attempt] {
        Finding finding{verifyPassword(hash, attempt.password), {}};
        if (finding.isPasswordRight) {
            OperatorFile file(dataDirectory_);
            finding.factor =
                passSecondFactor(file, attempt.name, attempt.code, std::chrono::system_clock::now());
        }
        QMetaObject::invokeMethod(
            &home_, [this, number, finding] { verified(number, finding); }, Qt::QueuedConnection);
    });
}

void OperatorDoor::verified(std::uint64_t number, const Finding& finding) {
    using Outcome = Login::Outcome;
    const auto found = attempts_.find(number);
    const Pending pending = std::move(found->second);
    attempts_.erase(found);
    const auto refuse = [&pending](Outcome outcome, const char* why) {
        qCWarning(lcAuth, "operator %s: %s from %s", pending.name.c_str(), why,
                  pending.client.address.c_str());
        pending.done(Login{outcome, {}, {}});
    };
    if (!finding.isPasswordRight)
        return refuse(Outcome::Wrong, "wrong name or password");
    switch (finding.factor.check) {
    case FactorCheck::Passed: return letIn(pending);
    case FactorCheck::Needed: return pending.done(Login{Outcome::CodeNeeded, {}, {}});
    case FactorCheck::Wrong: return refuse(Outcome::CodeWrong, "wrong code of the second factor");
    case FactorCheck::Failed: break;
    }
    qCCritical(lcAuth, "%s", qUtf8Printable(finding.factor.error));
    pending.done(Login{});
}

void OperatorDoor::letIn(const Pending& pending) {
    byName_.forget(pending.name);
    byAddress_.forget(pending.addressKey);
    const auto operators = file_.read();
    const auto* const all = std::get_if<OperatorsRef>(&operators);
    const auto* const one = all != nullptr ? findOperator(**all, pending.name) : nullptr;
    auto granted = sessions_.grant(pending.name, pending.passwordHash, std::chrono::system_clock::now(),
                                   pending.client, one != nullptr ? one->role : Role::Viewer);
    qCInfo(lcAuth, "operator %s logged in from %s (session %s)", pending.name.c_str(),
           pending.client.address.c_str(), granted.session.id.c_str());
    pending.done(Login{Login::Outcome::Granted, std::move(granted), {}});
}

std::optional<OperatorSessions::Session> OperatorDoor::session(std::string_view token) {
    auto session = sessions_.find(token, std::chrono::system_clock::now());
    if (!session)
        return std::nullopt;
    const auto operators = file_.read();
    // While the file cannot be read nobody is let in anew, but who was in goes on.
    if (std::holds_alternative<QString>(operators))
        return session;
    const auto* const one = findOperator(*std::get<OperatorsRef>(operators), session->operatorName);
    if (one == nullptr || one->passwordHash != session->passwordHash) {
        sessions_.revoke(token);
        return std::nullopt;
    }
    if (one->role != session->role) {
        sessions_.setRole(token, one->role);
        session->role = one->role;
    }
    return session;
}

std::vector<OperatorSessions::Session> OperatorDoor::sessions() {
    auto all = sessions_.list(std::chrono::system_clock::now());
    const auto operators = file_.read();
    if (std::holds_alternative<QString>(operators))
        return all;
    std::erase_if(all, [&](OperatorSessions::Session& session) {
        const auto* const one = findOperator(*std::get<OperatorsRef>(operators), session.operatorName);
        if (one == nullptr || one->passwordHash != session.passwordHash)
            return true;
        session.role = one->role;
        return false;
    });
    return all;
}

} // namespace chinwag::auth
