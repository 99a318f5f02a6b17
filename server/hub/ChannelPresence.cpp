// The part of Channel that is about who is there.
#include "hub/Channel.h"

#include <string_view>
#include <unordered_set>

namespace chinwag::hub {

std::size_t Channel::subscriberCount() const {
    const std::lock_guard lock(mutex_);
    return total();
}

void Channel::updatePresence(const protocol::ClientInfo& info) {
    const std::lock_guard lock(mutex_);
    if (const auto shown = present_.find(info.client); shown != present_.end())
        shown->second = info;
}

std::vector<protocol::ClientInfo> Channel::presence() const {
    const std::lock_guard lock(mutex_);
    std::vector<protocol::ClientInfo> clients;
    clients.reserve(present_.size());
    for (const auto& entry : present_)
        clients.push_back(entry.second);
    return clients;
}

PresenceCounts Channel::presenceCounts() const {
    const std::lock_guard lock(mutex_);
    std::unordered_set<std::string_view> users;
    for (const auto& entry : present_)
        users.insert(entry.second.user);
    return {present_.size(), users.size()};
}

std::optional<protocol::ClientInfo> Channel::presenceOf(const std::string& client) const {
    const std::lock_guard lock(mutex_);
    const auto found = present_.find(client);
    return found == present_.end() ? std::nullopt : std::optional(found->second);
}

std::size_t Channel::peopleCount() const {
    const std::lock_guard lock(mutex_);
    if (!options_.presence)
        return total();
    std::unordered_set<std::string_view> users;
    std::size_t anonymous = 0;
    for (const auto& entry : present_) {
        if (entry.second.user.empty())
            ++anonymous;
        else
            users.insert(entry.second.user);
    }
    return users.size() + anonymous;
}

} // namespace chinwag::hub
