#include "auth/SecondFactorSetup.h"

#include "auth/Logging.h"
#include "auth/OperatorFile.h"
#include "auth/Password.h"

#include <utility>

namespace chinwag::auth {

namespace {

using SetupKind = SecondFactorSetup::Outcome::Kind;

constexpr AttemptLimiter::Rate codesPerOperator{10, std::chrono::seconds(60)};
constexpr std::size_t maxRememberedOperators = 1'000;

// What `change` makes of the operator, who must exist; what it does not call Done changes nothing.
template <typename Change>
SetupKind changeOperator(const QString& dataDirectory, const std::string& name, const Change& change) {
    auto kind = SetupKind::Failed;
    const auto error =
        OperatorFile(dataDirectory).update([&](Operators& operators) -> std::optional<QString> {
            auto* const one = findOperator(operators, name);
            if (one == nullptr)
                return QStringLiteral("there is no operator %1 any more").arg(QString::fromStdString(name));
            kind = change(*one);
            return kind == SetupKind::Done ? std::nullopt : std::optional(QString());
        });
    if (!error || (kind != SetupKind::Done && kind != SetupKind::Failed))
        return kind;
    qCCritical(lcAuth, "%s", qUtf8Printable(*error));
    return SetupKind::Failed;
}

} // namespace

SecondFactorSetup::SecondFactorSetup(QString dataDirectory)
    : dataDirectory_(std::move(dataDirectory)), attempts_(codesPerOperator, maxRememberedOperators) {
    pool_.setMaxThreadCount(1);
}

SecondFactorSetup::~SecondFactorSetup() {
    pool_.clear();
    pool_.waitForDone();
}

std::string SecondFactorSetup::begin(const std::string& name) {
    const auto now = std::chrono::steady_clock::now();
    std::erase_if(begun_, [now](const auto& entry) { return now - entry.second.at > patience; });
    auto secret = makeTotpSecret();
    begun_.insert_or_assign(name, Begun{secret, now});
    return secret;
}

void SecondFactorSetup::confirm(const std::string& name, const std::string& code, Done done) {
    const auto begun = begun_.find(name);
    if (begun == begun_.end() || std::chrono::steady_clock::now() - begun->second.at > patience)
        return done({SetupKind::NotBegun});
    if (const auto refused = refusal(name))
        return done(*refused);
    run(
        name,
        [directory = dataDirectory_, name, code, secret = begun->second.secret] {
            Outcome outcome;
            outcome.kind = changeOperator(directory, name, [&](Operator& one) {
                if (one.secondFactor)
                    return SetupKind::There;
                SecondFactor factor{secret};
                if (!spendCode(factor, code, std::chrono::system_clock::now()))
                    return SetupKind::Wrong;
                outcome.recoveryCodes = makeRecoveryCodes();
                for (const auto& recovery : outcome.recoveryCodes)
                    factor.recoveryHashes.push_back(recoveryHash(recovery));
                one.secondFactor = std::move(factor);
                return SetupKind::Done;
            });
            if (outcome.kind != SetupKind::Done)
                outcome.recoveryCodes.clear();
            return outcome;
        },
        [this, name, done = std::move(done)](Outcome outcome) {
            if (outcome.kind == SetupKind::Done)
                begun_.erase(name);
            done(std::move(outcome));
        });
}

void SecondFactorSetup::remove(const std::string& name, const std::string& codeOrPassword, Done done) {
    if (const auto refused = refusal(name))
        return done(*refused);
    run(
        name,
        [directory = dataDirectory_, name, codeOrPassword] {
            return Outcome{changeOperator(directory, name, [&](Operator& one) {
                if (!one.secondFactor)
                    return SetupKind::None;
                if (!spendCode(*one.secondFactor, codeOrPassword, std::chrono::system_clock::now()) &&
                    !verifyPassword(one.passwordHash, codeOrPassword))
                    return SetupKind::Wrong;
                one.secondFactor.reset();
                return SetupKind::Done;
            })};
        },
        std::move(done));
}

std::optional<SecondFactorSetup::Outcome> SecondFactorSetup::refusal(const std::string& name) {
    const auto now = std::chrono::steady_clock::now();
    if (const auto wait = attempts_.wait(name, now); wait.count() > 0)
        return Outcome{SetupKind::Limited, {}, wait};
    attempts_.take(name, now);
    return std::nullopt;
}

void SecondFactorSetup::run(const std::string& name, std::function<Outcome()> work, Done done) {
    const auto number = ++last_;
    pending_.emplace(number, Pending{name, std::move(done)});
    pool_.start([this, number, work = std::move(work)] {
        QMetaObject::invokeMethod(
            &home_, [this, number, outcome = work()] { finish(number, outcome); }, Qt::QueuedConnection);
    });
}

void SecondFactorSetup::finish(std::uint64_t number, Outcome outcome) {
    const auto found = pending_.find(number);
    const Pending pending = std::move(found->second);
    pending_.erase(found);
    if (outcome.kind == SetupKind::Done)
        attempts_.forget(pending.name);
    pending.done(std::move(outcome));
}

} // namespace chinwag::auth
