#include "hub/MessagePurge.h"

#include "protocol/ChatMessage.h"

#include <utility>
#include <variant>

namespace chinwag::hub {

namespace {

using Role = Publication::Role;

void tellRedaction(Hub& hub, const std::string& channel, const std::string& id, Acknowledge done) {
    auto notice = std::make_shared<Publication>();
    notice->role = Role::Change;
    notice->chat.id = id;
    notice->data = protocol::redactNotice(id);
    Publication as;
    as.role = Role::Tombstone;
    as.chat.id = id;
    as.data = notice->data;
    hub.publishChange(channel, std::move(notice), as, std::move(done));
}

// What is only in memory goes here; what the store has told of has gone from it already.
void forgetRemembered(Hub& hub, const std::string& user, const std::string& only, PurgedMessages& purged) {
    for (const auto& channel : hub.channels()) {
        if (!only.empty() && channel->name() != only)
            continue;
        const bool isKept = hub.keeps(*channel);
        for (auto& id : channel->forgetMessagesOf(user, isKept)) {
            if (!isKept)
                purged.add(channel->name(), std::move(id));
        }
    }
}

void tellAll(Hub& hub, const PurgedMessages& purged) {
    for (const auto& [channel, ids] : purged.ids) {
        if (hub.namespaces().find(channel) == nullptr)
            continue; // of a namespace that the configuration no longer has: nobody is there
        for (const auto& id : ids)
            tellRedaction(hub, channel, id, {});
    }
}

} // namespace

void removeMessage(const ModerationDesk& desk, Channel& channel, const std::string& id, const ByOperator& by,
                   ChangeDone done) {
    auto& hub = desk.hub();
    auto& store = desk.store();
    auto audit = desk.auditOf("message.redact", channel.name() + ' ' + id, by);
    const bool isKept = hub.keeps(channel);
    const auto remove = [&hub, &store, name = channel.name(), id, audit = std::move(audit), isKept,
                         done = std::move(done)](const FoundMessage& found) {
        if (const auto* const error = std::get_if<ChangeError>(&found))
            return done(*error);
        if (std::get<KnownMessage>(found).isTombstone)
            return done(ChangeError::NoSuchMessage);
        const auto tell = [&hub, name, id, done](const auto& result) {
            if (const auto* const error = std::get_if<StoreError>(&result))
                return done(changeErrorOf(*error));
            tellRedaction(hub, name, id, [done](const PublishResult& told) {
                done(std::holds_alternative<StoreError>(told) ? std::optional(ChangeError::Unavailable)
                                                              : std::nullopt);
            });
        };
        if (isKept)
            store.redact(name, id, audit, tell);
        else
            store.record(audit, tell);
    };
    findMessage(hub, channel, id, remove);
}

void purgeUser(const ModerationDesk& desk, const std::string& user, const std::string& channel,
               const ByOperator& by, StoreDone<std::uint64_t> done) {
    auto& hub = desk.hub();
    const auto audit =
        desk.auditOf("user.purge", channel.empty() ? "user " + user : "user " + user + " in " + channel, by);
    desk.store().purge(user, channel, audit,
                       [&hub, user, channel, done = std::move(done)](StoreResult<PurgedMessages> result) {
                           if (auto* const error = std::get_if<StoreError>(&result))
                               return done(std::move(*error));
                           auto& purged = std::get<PurgedMessages>(result);
                           forgetRemembered(hub, user, channel, purged);
                           tellAll(hub, purged);
                           done(purged.count);
                       });
}

} // namespace chinwag::hub
