// Namespaces as tests want them: a room for chatting, and one without a name that remembers nothing.
#pragma once

#include "hub/ChannelOptions.h"

namespace chinwag::test {

inline hub::Namespaces usualNamespaces() {
    hub::ChannelOptions chat;
    chat.presence = true;
    chat.joinLeave = true;
    chat.recover = true;
    chat.chat = true;
    chat.durable = true;
    chat.subscribe = hub::Audience::Anyone;
    chat.publish = hub::Audience::Anyone;
    hub::ChannelOptions plain;
    plain.history.publications = 0;
    plain.presence = true;
    plain.subscribe = hub::Audience::Anyone;
    plain.publish = hub::Audience::Anyone;
    hub::Namespaces namespaces;
    namespaces.set("chat", chat);
    namespaces.set("", plain);
    return namespaces;
}

} // namespace chinwag::test
