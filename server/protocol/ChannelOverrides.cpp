#include "protocol/ChannelOverrides.h"

#include "protocol/Json.h"

#include <array>
#include <string_view>
#include <utility>

namespace chinwag::protocol {

namespace {

using Option = std::optional<bool> ChannelOverrides::*;

constexpr std::array<std::pair<std::string_view, Option>, 5> options{{
    {"presence", &ChannelOverrides::presence},
    {"join_leave", &ChannelOverrides::joinLeave},
    {"force_push_join_leave", &ChannelOverrides::pushJoinLeave},
    {"force_recovery", &ChannelOverrides::recovery},
    {"force_positioning", &ChannelOverrides::positioning},
}};

bool isPresent(const rapidjson::Value* value) {
    return value != nullptr && !value->IsNull();
}

} // namespace

std::optional<ChannelOverrides> readOverrides(const rapidjson::Value& value) {
    ChannelOverrides out;
    if (!value.IsObject())
        return std::nullopt;
    for (const auto& [name, option] : options) {
        const auto* const wrapped = member(value, name);
        if (!isPresent(wrapped))
            continue;
        if (!wrapped->IsObject())
            return std::nullopt;
        const auto* const flag = member(*wrapped, "value");
        if (isPresent(flag) && !flag->IsBool())
            return std::nullopt;
        out.*option = isPresent(flag) && flag->GetBool();
    }
    return out;
}

} // namespace chinwag::protocol
