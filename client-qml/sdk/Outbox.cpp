#include "sdk/Outbox.h"

#include <algorithm>

namespace chinwag::sdk {

quint64 Outbox::add(const QString& text) {
    entries_.push_back({{++lastId_, text}, MessageState::Waiting});
    return lastId_;
}

std::optional<Outbox::Item> Outbox::takeWaiting() {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [](const Entry& entry) { return entry.state == MessageState::Waiting; });
    if (found == entries_.end())
        return std::nullopt;
    found->state = MessageState::Sending;
    return found->item;
}

bool Outbox::remove(quint64 id) {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [id](const Entry& entry) { return entry.item.id == id; });
    if (found == entries_.end())
        return false;
    entries_.erase(found);
    return true;
}

QList<quint64> Outbox::fail() {
    QList<quint64> failed;
    for (Entry& entry : entries_) {
        if (entry.state != MessageState::Sending)
            continue;
        entry.state = MessageState::Failed;
        failed.append(entry.item.id);
    }
    return failed;
}

bool Outbox::change(quint64 id, MessageState from, MessageState to) {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.item.id == id && entry.state == from;
    });
    if (found == entries_.end())
        return false;
    found->state = to;
    return true;
}

} // namespace chinwag::sdk
