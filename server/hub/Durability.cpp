#include "hub/Durability.h"

#include <utility>

namespace chinwag::hub {

std::shared_ptr<StoredPublication> recordOf(const Publication& message, std::string_view channel) {
    auto record = std::make_shared<StoredPublication>();
    record->channel = channel;
    if (message.role == Publication::Role::Change) {
        // What it says is read from the message, which may change again.
        record->isChange = true;
        record->id = message.chat.id;
        return record;
    }
    if (message.data.empty()) {
        auto said = chatMessageOf(message);
        record->data = protocol::toJson(said);
        record->id = std::move(said.id);
        record->text = std::move(said.text);
    } else {
        record->data = message.data;
        record->id = message.chat.id;
        record->clientId = message.chat.clientId;
        record->text = message.chat.text;
    }
    record->info = infoOf(message);
    record->user = message.info.user;
    record->tags = message.tags;
    return record;
}

} // namespace chinwag::hub
