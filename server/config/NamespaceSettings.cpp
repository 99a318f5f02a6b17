#include "config/NamespaceSettings.h"

namespace chinwag::config {

namespace {

NamespaceSettings chat() {
    NamespaceSettings chat;
    chat.name = "chat";
    chat.historySize = 100;
    chat.durable = true;
    chat.presence = true;
    chat.joinLeave = true;
    chat.recover = true;
    chat.subscribe = Audience::Anyone;
    chat.publish = Audience::Anyone;
    return chat;
}

NamespaceSettings plain() {
    NamespaceSettings plain;
    plain.presence = true;
    plain.subscribe = Audience::Anyone;
    plain.publish = Audience::Anyone;
    return plain;
}

// Applications publish, everybody sees what holds now.
NamespaceSettings score() {
    NamespaceSettings score;
    score.name = "score";
    score.historySize = 1;
    score.historyTtl = std::chrono::hours(24);
    score.recover = true;
    score.cache = true;
    score.subscribe = Audience::Anyone;
    return score;
}

} // namespace

std::vector<NamespaceSettings> readyMadeNamespaces() {
    return {chat(), plain(), score()};
}

} // namespace chinwag::config
