// The part of a room that an earlier run of the program has left.
#include "models/Room.h"

namespace chinwag::models {

void Room::restore(const sdk::KeptRoom& kept) {
    if (kept.messages.isEmpty())
        return;
    const QDateTime last = kept.messages.last().at;
    timeline_.prepend(kept.messages, last);
    noteTime(last);
    lostAt_ = last; // what came after that is not here
    hasPast_ = restored_ = true;
    Q_EMIT previewChanged();
}

void Room::restore(const sdk::KeptOutgoing& message) {
    timeline_.addPending(message.item.id, ownNick(), message.item.text, message.writtenAt,
                         message.item.replyTo);
    if (message.failed)
        timeline_.setState(message.item.id, sdk::MessageState::Failed);
    noteTime(message.writtenAt);
    Q_EMIT previewChanged();
    Q_EMIT unsentChanged();
}

} // namespace chinwag::models
