#include "hub/MessageChange.h"

#include "hub/WallClock.h"
#include "protocol/ChatMessage.h"
#include "protocol/Json.h"

#include <utility>

namespace chinwag::hub {

namespace {

using Role = Publication::Role;

// The store keeps who published as the text that others are told.
std::string clientIn(const std::string& info) {
    const auto document = protocol::parseJson(info);
    const auto* const client =
        document && document->IsObject() ? protocol::member(*document, "client") : nullptr;
    return client != nullptr && client->IsString() ? client->GetString() : std::string();
}

KnownMessage knownOf(const Publication& publication) {
    if (publication.role == Role::Tombstone)
        return {{}, {}, {}, true};
    return {dataOf(publication), publication.info.user, publication.info.client, false};
}

FoundMessage knownOf(StoreResult<StoredMessage> result) {
    if (const auto* const error = std::get_if<StoreError>(&result))
        return changeErrorOf(*error);
    auto& message = std::get<StoredMessage>(result);
    auto& publication = message.publication;
    return KnownMessage{std::move(publication.data), std::move(publication.user), clientIn(publication.info),
                        message.state == StoredMessage::State::Redacted};
}

bool isOf(const KnownMessage& message, const Author& author) {
    return author.user.empty() ? message.user.empty() && message.client == author.client
                               : message.user == author.user;
}

std::optional<ChangeError> refusal(const FoundMessage& found, const Author& author) {
    if (const auto* const error = std::get_if<ChangeError>(&found))
        return *error;
    const auto& message = std::get<KnownMessage>(found);
    if (message.isTombstone)
        return ChangeError::NoSuchMessage;
    if (!isOf(message, author))
        return ChangeError::NotTheAuthor;
    return std::nullopt;
}

// A change on its way: first the store has it, then the room is told. Its notices come in the order in which
// the store has made the changes, since they are published where it answers.
struct Change {
    Hub& hub;
    std::string channel;
    bool isKept; // in the store
    std::shared_ptr<Publication> notice;
    Publication as;
    ChangeDone done;
};

void tell(const Change& change) {
    change.hub.publishChange(change.channel, change.notice, change.as,
                             [done = change.done](const PublishResult& result) {
                                 if (std::holds_alternative<StoreError>(result))
                                     done(ChangeError::Unavailable);
                                 else
                                     done(std::nullopt);
                             });
}

StoreDone<StoreNothing> telling(const Change& change) {
    return [change](const StoreResult<StoreNothing>& result) {
        if (const auto* const error = std::get_if<StoreError>(&result))
            change.done(changeErrorOf(*error));
        else
            tell(change);
    };
}

Change changeOf(Hub& hub, const Channel& channel, const std::string& id, ChangeDone done) {
    Change change{hub, channel.name(), hub.keeps(channel), std::make_shared<Publication>(),
                  {},  std::move(done)};
    change.notice->role = Role::Change;
    change.notice->chat.id = id;
    change.as.chat.id = id;
    return change;
}

void edit(Change change, const std::string& data, std::string text) {
    auto message = protocol::parseChatMessage(data);
    if (!message)
        return change.done(ChangeError::NoSuchMessage);
    message->text = std::move(text);
    message->edited = wallMilliseconds();
    change.notice->data = protocol::editNotice(*message);
    change.as.data = protocol::toJson(*message);
    change.as.chat = {message->id, message->clientId, message->text};
    if (change.isKept)
        change.hub.store()->edit(change.channel, message->id, change.as.data, message->text, telling(change));
    else
        tell(change);
}

void redact(Change change) {
    const auto& id = change.as.chat.id;
    change.notice->data = protocol::redactNotice(id);
    change.as.role = Role::Tombstone;
    change.as.data = change.notice->data;
    if (change.isKept)
        change.hub.store()->redact(change.channel, id, telling(change));
    else
        tell(change);
}

} // namespace

ChangeError changeErrorOf(const StoreError& error) {
    return error.kind == StoreError::Kind::NotFound ? ChangeError::NoSuchMessage : ChangeError::Unavailable;
}

void findMessage(Hub& hub, Channel& channel, const std::string& id, std::function<void(FoundMessage)> done) {
    if (const auto remembered = channel.findMessage(id)) {
        done(knownOf(*remembered));
        return;
    }
    if (!hub.keeps(channel)) {
        done(ChangeError::NoSuchMessage);
        return;
    }
    hub.store()->find(channel.name(), id, [done = std::move(done)](StoreResult<StoredMessage> result) {
        done(knownOf(std::move(result)));
    });
}

void editMessage(Hub& hub, Channel& channel, const std::string& id, const Author& author, std::string text,
                 ChangeDone done) {
    findMessage(hub, channel, id,
                [change = changeOf(hub, channel, id, std::move(done)), author,
                 text = std::move(text)](const FoundMessage& found) {
                    if (const auto error = refusal(found, author))
                        change.done(error);
                    else
                        edit(change, std::get<KnownMessage>(found).data, text);
                });
}

void redactMessage(Hub& hub, Channel& channel, const std::string& id, const Author& author, ChangeDone done) {
    findMessage(hub, channel, id,
                [change = changeOf(hub, channel, id, std::move(done)), author](const FoundMessage& found) {
                    if (const auto error = refusal(found, author))
                        change.done(error);
                    else
                        redact(change);
                });
}

} // namespace chinwag::hub
