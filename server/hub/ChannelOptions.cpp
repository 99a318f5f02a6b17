#include "hub/ChannelOptions.h"

#include <algorithm>

namespace chinwag::hub {

namespace {

constexpr std::size_t maxNameBytes = 255;

ChannelOptions chatOptions() {
    ChannelOptions options;
    options.presence = true;
    options.joinLeave = true;
    options.recover = true;
    options.chat = true;
    options.clientSubscribe = true;
    options.clientPublish = true;
    return options;
}

ChannelOptions plainOptions() {
    ChannelOptions options;
    options.history.publications = 0;
    options.presence = true;
    options.clientSubscribe = true;
    options.clientPublish = true;
    return options;
}

} // namespace

Namespaces::Namespaces() {
    set("chat", chatOptions());
    set("", plainOptions());
}

const ChannelOptions* Namespaces::find(std::string_view channel) const {
    const auto colon = channel.find(':');
    const auto found =
        options_.find(colon == std::string_view::npos ? std::string_view() : channel.substr(0, colon));
    return found == options_.end() ? nullptr : &found->second;
}

bool isValidChannelName(std::string_view name) {
    return !name.empty() && name.size() <= maxNameBytes &&
           std::all_of(name.begin(), name.end(), [](char byte) { return byte > ' ' && byte < 0x7f; });
}

} // namespace chinwag::hub
