#include "auth/OperatorDoor.h"

#include "auth/AddressKey.h"
#include "auth/Password.h"

#include <QtCore/QLoggingCategory>

#include <algorithm>
#include <utility>

namespace chinwag::auth {

namespace {

Q_LOGGING_CATEGORY(lcAuth, "chinwag.auth")

constexpr std::size_t maxAttemptsAtOnce = 16;
constexpr std::size_t maxRememberedKeys = 10'000;
constexpr std::chrono::seconds busyRetry{2};
// A person who has forgotten which password it was gets by with these; a list of passwords does not.
constexpr AttemptLimiter::Rate ratePerName{10, std::chrono::seconds(60)};
constexpr AttemptLimiter::Rate ratePerAddress{20, std::chrono::seconds(30)};

} // namespace

OperatorDoor::OperatorDoor(const QString& dataDirectory, std::chrono::milliseconds sessionLifetime)
    : file_(dataDirectory),
      sessions_(sessionLifetime),
      byName_(ratePerName, maxRememberedKeys),
      byAddress_(ratePerAddress, maxRememberedKeys) {
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

void OperatorDoor::logIn(const std::string& name, const std::string& password, const std::string& address,
                         std::function<void(Login)> done) {
    const auto key = addressKey(address);
    if (const auto refused = refusal(name, key)) {
        qCWarning(lcAuth, "operator %s: attempt to log in from %s refused, there were too many", name.c_str(),
                  address.c_str());
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
    attempts_.emplace(number, Attempt{name, hash, key, address, std::move(done)});
    pool_.start([this, number, hash, password] {
        const bool right = verifyPassword(hash, password);
        QMetaObject::invokeMethod(
            &home_, [this, number, right] { verified(number, right); }, Qt::QueuedConnection);
    });
}

void OperatorDoor::verified(std::uint64_t number, bool right) {
    const auto found = attempts_.find(number);
    const Attempt attempt = std::move(found->second);
    attempts_.erase(found);
    if (!right) {
        qCWarning(lcAuth, "operator %s: wrong name or password from %s", attempt.name.c_str(),
                  attempt.address.c_str());
        attempt.done(Login{Login::Outcome::Wrong, {}, {}});
        return;
    }
    byName_.forget(attempt.name);
    byAddress_.forget(attempt.addressKey);
    auto granted = sessions_.grant(attempt.name, attempt.passwordHash, std::chrono::system_clock::now());
    qCInfo(lcAuth, "operator %s logged in from %s (session %s)", attempt.name.c_str(),
           attempt.address.c_str(), granted.session.id.c_str());
    attempt.done(Login{Login::Outcome::Granted, std::move(granted), {}});
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
    return session;
}

} // namespace chinwag::auth
