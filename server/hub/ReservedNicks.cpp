#include "hub/ReservedNicks.h"

#include "protocol/Nickname.h"

#include <algorithm>
#include <utility>

namespace chinwag::hub {

void ReservedNicks::set(const std::vector<std::string>& names) {
    auto bySkeleton = std::make_shared<BySkeleton>();
    for (const auto& name : names) {
        for (auto& skeleton : protocol::skeletonsOf(name))
            bySkeleton->emplace(std::move(skeleton), name);
    }
    const std::lock_guard lock(mutex_);
    names_ = std::move(bySkeleton);
    edition_.fetch_add(1, std::memory_order_release);
}

bool ReservedNicks::isReserved(std::string_view nick, std::string_view user) const {
    std::shared_ptr<const BySkeleton> names;
    {
        const std::lock_guard lock(mutex_);
        names = names_;
    }
    if (!names || names->empty())
        return false;
    bool found = false;
    for (const auto& skeleton : protocol::skeletonsOf(nick)) {
        const auto [first, last] = names->equal_range(skeleton);
        if (std::any_of(first, last, [user](const auto& entry) { return entry.second == user; }))
            return false;
        found = found || first != last;
    }
    return found;
}

bool NickCheck::isReserved(std::string_view nick, std::string_view user) {
    // Read first: names that change meanwhile are asked for again.
    const auto edition = names_.edition();
    if (edition != edition_ || nick != nick_) {
        isReserved_ = names_.isReserved(nick, user);
        nick_ = nick;
        edition_ = edition;
    }
    return isReserved_;
}

} // namespace chinwag::hub
