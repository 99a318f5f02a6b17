#include "auth/FirstOperator.h"

#include "auth/AddressKey.h"
#include "auth/Logging.h"
#include "auth/OperatorFile.h"
#include "auth/Password.h"
#include "auth/Secret.h"

#include <sodium.h>

#include <utility>
#include <variant>

namespace chinwag::auth {

namespace {

using OutcomeKind = FirstOperator::Outcome::Kind;

constexpr std::size_t codeBytes = 16;
constexpr AttemptLimiter::Rate codesPerAddress{10, std::chrono::seconds(60)};
constexpr std::size_t maxRememberedAddresses = 1'000;
constexpr std::chrono::seconds retryAfter{1};

// Whether there is an operator, or nothing when that cannot be told.
std::optional<bool> hasOperators(const QString& dataDirectory) {
    const auto operators = OperatorFile(dataDirectory).read();
    if (const auto* const error = std::get_if<QString>(&operators)) {
        qCCritical(lcAuth, "%s", qUtf8Printable(*error));
        return std::nullopt;
    }
    return !std::get<OperatorsRef>(operators)->empty();
}

OutcomeKind makeIn(const QString& dataDirectory, const std::string& name, const std::string& password) {
    const auto hash = hashPassword(password);
    if (!hash) {
        qCCritical(lcAuth, "the password of the first operator cannot be hashed: there is no memory for it");
        return OutcomeKind::Failed;
    }
    bool isTaken = false;
    const auto error =
        OperatorFile(dataDirectory).update([&](Operators& operators) -> std::optional<QString> {
            isTaken = !operators.empty();
            if (isTaken)
                return QString();
            operators.push_back({name, *hash, std::chrono::system_clock::now(), Role::Admin});
            return std::nullopt;
        });
    if (!error)
        return OutcomeKind::Made;
    if (isTaken)
        return OutcomeKind::Taken;
    qCCritical(lcAuth, "%s", qUtf8Printable(*error));
    return OutcomeKind::Failed;
}

} // namespace

FirstOperator::FirstOperator(QString dataDirectory, Clock clock)
    : dataDirectory_(std::move(dataDirectory)),
      clock_(std::move(clock)),
      attempts_(codesPerAddress, maxRememberedAddresses) {
    pool_.setMaxThreadCount(1);
}

FirstOperator::~FirstOperator() {
    pool_.clear();
    pool_.waitForDone();
}

std::optional<std::string> FirstOperator::open() {
    codeHash_.clear();
    // While it cannot be told nobody becomes an operator by a link.
    if (hasOperators(dataDirectory_).value_or(true))
        return std::nullopt;
    auto code = randomSecret(codeBytes);
    codeHash_ = secretHash(code);
    expiresAt_ = clock_() + lifetime;
    return code;
}

bool FirstOperator::isOpen() {
    return !codeHash_.empty() && clock_() < expiresAt_ && !hasOperators(dataDirectory_).value_or(true);
}

std::optional<FirstOperator::Outcome> FirstOperator::refusal(const Attempt& attempt) {
    const auto taken = hasOperators(dataDirectory_);
    if (!taken)
        return Outcome{OutcomeKind::Failed};
    if (*taken) {
        codeHash_.clear();
        return Outcome{OutcomeKind::Taken};
    }
    const auto now = clock_();
    if (codeHash_.empty() || now >= expiresAt_)
        return Outcome{OutcomeKind::Closed};
    const auto key = addressKey(attempt.address);
    if (const auto wait = attempts_.wait(key, now); wait.count() > 0)
        return Outcome{OutcomeKind::Limited, wait};
    attempts_.take(key, now);
    const auto hash = secretHash(attempt.code);
    if (hash.size() != codeHash_.size() || sodium_memcmp(hash.data(), codeHash_.data(), hash.size()) != 0)
        return Outcome{OutcomeKind::Wrong};
    return pending_ ? std::optional(Outcome{OutcomeKind::Busy, retryAfter}) : std::nullopt;
}

void FirstOperator::make(const Attempt& attempt, Done done) {
    if (const auto refused = refusal(attempt)) {
        if (refused->kind == OutcomeKind::Wrong || refused->kind == OutcomeKind::Limited)
            qCWarning(lcAuth, "attempt to set the server up from %s refused: %s", attempt.address.c_str(),
                      refused->kind == OutcomeKind::Wrong ? "wrong code" : "there were too many");
        return done(*refused);
    }
    pending_ = std::move(done);
    pool_.start([this, name = attempt.name, password = attempt.password, key = addressKey(attempt.address)] {
        const auto kind = makeIn(dataDirectory_, name, password);
        QMetaObject::invokeMethod(
            &home_, [this, key, kind] { finish(key, kind); }, Qt::QueuedConnection);
    });
}

void FirstOperator::finish(const std::string& addressKey, OutcomeKind kind) {
    if (kind == OutcomeKind::Made) {
        codeHash_.clear();
        attempts_.forget(addressKey);
    }
    const auto done = std::exchange(pending_, nullptr);
    done({kind, {}});
}

} // namespace chinwag::auth
