#include "http/LoginRecord.h"

#include <utility>
#include <variant>

namespace chinwag::http {

namespace {

using LoginOutcome = auth::OperatorDoor::Login::Outcome;

constexpr auth::AttemptLimiter::Rate failureRate{1, std::chrono::minutes(1)};
constexpr std::size_t maxRememberedNames = 1'000;
// No operator can be called so.
constexpr const char* nobody = "(nobody)";
constexpr const char* unknownName = "(unknown name)";

bool exists(auth::OperatorDoor& door, const std::string& name) {
    const auto operators = door.operators();
    const auto* const all = std::get_if<auth::OperatorsRef>(&operators);
    return all != nullptr && auth::findOperator(**all, name) != nullptr;
}

} // namespace

LoginRecord::LoginRecord(OperatorRecord record)
    : record_(std::move(record)), failures_(failureRate, maxRememberedNames) {}

void LoginRecord::add(const std::string& action, const std::string& target, const hub::ByOperator& by) const {
    record_.add(action, target, by, [] {});
}

void LoginRecord::note(auth::OperatorDoor& door, const std::string& name, const std::string& address,
                       const auth::OperatorDoor::Login& login) {
    if (login.outcome == LoginOutcome::Granted)
        return add("operator.login", name, {name, "from " + address});
    if (login.outcome != LoginOutcome::Wrong && login.outcome != LoginOutcome::CodeWrong)
        return;
    const auto target = exists(door, name) ? name : unknownName;
    const auto now = std::chrono::steady_clock::now();
    if (failures_.wait(target, now).count() > 0)
        return;
    failures_.take(target, now);
    const std::string what = login.outcome == LoginOutcome::Wrong ? "wrong name or password" : "wrong code";
    add("operator.login_failed", target, {nobody, what + ", from " + address});
}

void LoginRecord::noteLogout(const std::string& name) {
    add("operator.logout", name, {name, {}});
}

void LoginRecord::noteRevoked(const std::string& by, const auth::OperatorSessions::Session& ended) {
    add("session.revoke", ended.operatorName + " (" + ended.client.address + ")", {by, {}});
}

} // namespace chinwag::http
