#include "hub/IdempotencyCache.h"

#include <utility>

namespace chinwag::hub {

namespace {

// A channel's name has no white space, so two pairs do not have one name.
std::string nameOf(std::string_view channel, std::string_view key) {
    std::string name(channel);
    name += ' ';
    name += key;
    return name;
}

} // namespace

std::string keyOf(std::string_view user, std::string_view clientId) {
    return std::string("user ").append(user).append(" ").append(clientId);
}

const protocol::StreamPosition* IdempotencyCache::find(std::string_view channel, std::string_view key,
                                                       Time now) {
    forgetOld(now);
    const auto found = positions_.find(nameOf(channel, key));
    return found == positions_.end() ? nullptr : &found->second;
}

void IdempotencyCache::insert(std::string_view channel, std::string_view key,
                              const protocol::StreamPosition& position, Time now) {
    forgetOld(now);
    auto name = nameOf(channel, key);
    // One that was erased meanwhile has its age there still, and goes at that.
    if (!positions_.try_emplace(name, position).second)
        return;
    ages_.push_back({now, std::move(name)});
    if (ages_.size() > capacity_) {
        positions_.erase(ages_.front().name);
        ages_.pop_front();
    }
}

void IdempotencyCache::erase(std::string_view channel, std::string_view key) {
    positions_.erase(nameOf(channel, key));
}

void IdempotencyCache::forgetOld(Time now) {
    while (!ages_.empty() && ages_.front().inserted + lifetime <= now) {
        positions_.erase(ages_.front().name);
        ages_.pop_front();
    }
}

} // namespace chinwag::hub
