#include "auth/FirstOperator.h"

#include "auth/AddressKey.h"
#include "auth/OperatorFile.h"
#include "auth/Password.h"
#include "auth/Secret.h"

#include <QtCore/QLoggingCategory>

#include <sodium.h>

#include <utility>
#include <variant>

namespace chinwag::auth {

namespace {

Q_LOGGING_CATEGORY(lcAuth, "chinwag.auth")

using Kind = FirstOperator::Outcome::Kind;

constexpr std::size_t codeBytes = 16;
constexpr AttemptLimiter::Rate rate{10, std::chrono::seconds(60)};
constexpr std::size_t maxRememberedKeys = 1'000;
constexpr std::chrono::seconds busyRetry{1};

// Whether there is an operator, or nothing when that cannot be told.
std::optional<bool> hasOperators(const QString& dataDirectory) {
    const auto operators = OperatorFile(dataDirectory).read();
    if (const auto* const error = std::get_if<QString>(&operators)) {
        qCCritical(lcAuth, "%s", qUtf8Printable(*error));
        return std::nullopt;
    }
    return !std::get<OperatorsRef>(operators)->empty();
}

Kind makeIn(const QString& dataDirectory, const std::string& name, const std::string& password) {
    const auto hash = hashPassword(password);
    if (!hash) {
        qCCritical(lcAuth, "the password of the first operator cannot be hashed: there is no memory for it");
        return Kind::Failed;
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
        return Kind::Made;
    if (isTaken)
        return Kind::Taken;
    qCCritical(lcAuth, "%s", qUtf8Printable(*error));
    return Kind::Failed;
}

} // namespace

FirstOperator::FirstOperator(QString dataDirectory, Clock clock)
    : dataDirectory_(std::move(dataDirectory)), clock_(std::move(clock)), attempts_(rate, maxRememberedKeys) {
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
        return Outcome{Kind::Failed};
    if (*taken) {
        codeHash_.clear();
        return Outcome{Kind::Taken};
    }
    const auto now = clock_();
    if (codeHash_.empty() || now >= expiresAt_)
        return Outcome{Kind::Closed};
    const auto key = addressKey(attempt.address);
    if (const auto wait = attempts_.wait(key, now); wait.count() > 0)
        return Outcome{Kind::Limited, wait};
    attempts_.take(key, now);
    const auto hash = secretHash(attempt.code);
    if (hash.size() != codeHash_.size() || sodium_memcmp(hash.data(), codeHash_.data(), hash.size()) != 0)
        return Outcome{Kind::Wrong};
    return pending_ ? std::optional(Outcome{Kind::Busy, busyRetry}) : std::nullopt;
}

void FirstOperator::make(const Attempt& attempt, Done done) {
    if (const auto refused = refusal(attempt)) {
        if (refused->kind == Kind::Wrong || refused->kind == Kind::Limited)
            qCWarning(lcAuth, "attempt to set the server up from %s refused: %s", attempt.address.c_str(),
                      refused->kind == Kind::Wrong ? "wrong code" : "there were too many");
        return done(*refused);
    }
    pending_ = std::move(done);
    pool_.start([this, name = attempt.name, password = attempt.password, key = addressKey(attempt.address)] {
        const auto kind = makeIn(dataDirectory_, name, password);
        QMetaObject::invokeMethod(
            &home_, [this, key, kind] { finish(key, kind); }, Qt::QueuedConnection);
    });
}

void FirstOperator::finish(const std::string& addressKey, Kind kind) {
    if (kind == Kind::Made) {
        codeHash_.clear();
        attempts_.forget(addressKey);
    }
    const auto done = std::exchange(pending_, nullptr);
    done({kind, {}});
}

} // namespace chinwag::auth
