#include "auth/ApiDoor.h"

#include "auth/AddressKey.h"

#include <algorithm>

namespace chinwag::auth {

namespace {

constexpr std::size_t maxRememberedApiKeys = 10'000;
constexpr AttemptLimiter::Rate wrongKeysPerAddress{20, std::chrono::seconds(10)};

AttemptLimiter::Rate ratePerKey(std::uint32_t perSecond) {
    const auto rate = std::max<std::uint32_t>(perSecond, 1);
    return {static_cast<int>(rate), std::chrono::nanoseconds(std::chrono::seconds(1)) / rate};
}

} // namespace

ApiDoor::ApiDoor(const Rules& rules)
    : keys_(rules.keys),
      rate_(rules.rate),
      byKey_(ratePerKey(rules.rate), maxRememberedApiKeys),
      byAddress_(wrongKeysPerAddress, maxRememberedApiKeys) {}

void ApiDoor::setRules(const Rules& rules) {
    if (!(rules.keys == keys_)) {
        keys_ = rules.keys;
        proven_.clear();
    }
    if (rules.rate != rate_) {
        rate_ = rules.rate;
        byKey_ = AttemptLimiter(ratePerKey(rate_), maxRememberedApiKeys);
    }
}

ApiDoor::Entry ApiDoor::enter(std::string_view key, const std::string& address, Time now) {
    if (keys_.empty())
        return {Outcome::Off, {}};
    const auto from = addressKey(address);
    const auto found = keys_.find(key);
    const auto name = found ? std::to_string(*found) : std::string();
    const bool isProven = found && proven_.contains(from + ' ' + name);
    if (!isProven) {
        if (const auto wait = byAddress_.wait(from, now); wait.count() > 0)
            return {Outcome::TooWrong, wait};
    }
    if (!found) {
        byAddress_.take(from, now);
        return {Outcome::Wrong, {}};
    }
    if (!isProven) {
        if (proven_.size() >= maxRememberedApiKeys)
            proven_.clear();
        proven_.insert(from + ' ' + name);
    }
    if (rate_ == 0)
        return {Outcome::Granted, {}};
    if (const auto wait = byKey_.wait(name, now); wait.count() > 0)
        return {Outcome::TooOften, wait};
    byKey_.take(name, now);
    return {Outcome::Granted, {}};
}

} // namespace chinwag::auth
