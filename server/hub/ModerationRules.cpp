#include "hub/ModerationRules.h"

#include <utility>

namespace chinwag::hub {

namespace {

// Whether `one` holds longer than `other`, which may be null.
bool outlasts(const Sanction& one, const Sanction* other) {
    if (other == nullptr || !other->until)
        return other == nullptr;
    return !one.until || *one.until > *other->until;
}

} // namespace

ModerationRules::ModerationRules(ModerationState state) : state_(std::move(state)) {
    for (std::size_t place = 0; place < state_.sanctions.size(); ++place) {
        const auto& sanction = state_.sanctions[place];
        auto& index = indexes_[static_cast<std::size_t>(sanction.kind)];
        const auto& value = sanction.target.value;
        switch (sanction.target.kind) {
        case SanctionTarget::Kind::User: index.users[value].push_back(place); break;
        case SanctionTarget::Kind::Device: index.devices[value].push_back(place); break;
        case SanctionTarget::Kind::Address:
        case SanctionTarget::Kind::Cidr:
            if (const auto network = protocol::Network::parse(value))
                index.networks[network->bits()][network->start()].push_back(place);
            break;
        }
    }
    for (const auto& rules : state_.rooms)
        rooms_.insert_or_assign(rules.channel, rules);
}

const Sanction* ModerationRules::find(Sanction::Kind kind, const Subject& subject, std::string_view channel,
                                      StoreTime now) const {
    const auto& index = indexes_[static_cast<std::size_t>(kind)];
    const Sanction* found = nullptr;
    const auto consider = [&](const Places& places) {
        for (const auto place : places) {
            const auto& sanction = state_.sanctions[place];
            const bool isHere = sanction.channel.empty() || sanction.channel == channel;
            if (isHere && sanction.isActive(now) && outlasts(sanction, found))
                found = &sanction;
        }
    };
    const auto lookUp = [&consider](const auto& table, const auto& key) {
        if (const auto entry = table.find(key); entry != table.end())
            consider(entry->second);
    };
    if (!subject.user.empty() && !index.users.empty())
        lookUp(index.users, subject.user);
    if (!subject.device.empty() && !index.devices.empty())
        lookUp(index.devices, subject.device);
    for (const auto& [bits, starts] : index.networks)
        lookUp(starts, subject.address.masked(bits));
    return found;
}

const RoomRules* ModerationRules::roomRules(std::string_view channel) const {
    const auto found = rooms_.find(channel);
    return found == rooms_.end() ? nullptr : &found->second;
}

} // namespace chinwag::hub
