#include "hub/ChannelOptions.h"

#include <algorithm>

namespace chinwag::hub {

namespace {

constexpr std::size_t maxNameBytes = 255;
constexpr char privateMark = '$';

} // namespace

const ChannelOptions* Namespaces::find(std::string_view channel) const {
    const auto found = options_.find(namespaceOf(channel));
    return found == options_.end() ? nullptr : &found->second;
}

std::string_view namespaceOf(std::string_view channel) {
    if (channel.starts_with(privateMark))
        channel.remove_prefix(1);
    const auto colon = channel.find(':');
    return colon == std::string_view::npos ? std::string_view() : channel.substr(0, colon);
}

bool isValidChannelName(std::string_view name) {
    return !name.empty() && name.size() <= maxNameBytes &&
           std::all_of(name.begin(), name.end(), [](char byte) { return byte > ' ' && byte < 0x7f; });
}

bool isPrivateChannel(std::string_view name) {
    const auto colon = name.find(':');
    const auto rest = colon == std::string_view::npos ? name : name.substr(colon + 1);
    return name.starts_with(privateMark) || rest.starts_with(privateMark);
}

bool excludesUser(std::string_view name, std::string_view user) {
    const auto mark = name.rfind('#');
    if (mark == std::string_view::npos)
        return false;
    auto list = name.substr(mark + 1);
    for (;;) {
        const auto comma = list.find(',');
        if (!user.empty() && list.substr(0, comma) == user)
            return false;
        if (comma == std::string_view::npos)
            return true;
        list.remove_prefix(comma + 1);
    }
}

} // namespace chinwag::hub
