#include "protocol/CentrifugeReply.h"

#include "protocol/Json.h"

#include <algorithm>

namespace chinwag::protocol {

namespace {

// {"id":..,"name":{..}}. What is written into `out` meanwhile stands in the innermost object.
template <typename Fill>
std::string reply(std::uint32_t id, std::string_view name, const Fill& fill) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.number("id", id);
        object.open(name);
        JsonObjectWriter result(out);
        fill(result, out);
    }
    return out;
}

// {"push":{"channel":..,"name":{..}}}, without a channel when that is empty.
template <typename Fill>
std::string push(std::string_view channel, std::string_view name, const Fill& fill) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.open("push");
        JsonObjectWriter body(out);
        if (!channel.empty())
            body.text("channel", channel);
        body.open(name);
        JsonObjectWriter content(out);
        fill(content, out);
    }
    return out;
}

void fill(JsonObjectWriter& object, const PublicationView& publication) {
    object.json("data", publication.data);
    if (!publication.info.empty())
        object.json("info", publication.info);
    if (publication.offset != 0)
        object.number("offset", publication.offset);
    if (!publication.tags.empty())
        object.json("tags", publication.tags);
    if (publication.time > 0)
        object.number("time", static_cast<std::uint64_t>(publication.time));
}

void fill(JsonObjectWriter& object, TimeToLive ttl) {
    if (!ttl)
        return;
    object.flag("expires", true);
    object.number("ttl", static_cast<std::uint64_t>(std::max(ttl->count(), std::chrono::seconds::rep{1})));
}

// Where a subscription stands, which replies and pushes tell alike.
void fillState(JsonObjectWriter& object, const SubscribeResult& result) {
    if (result.recoverable)
        object.flag("recoverable", true);
    if (result.recoverable || result.positioned) {
        object.text("epoch", result.position.epoch);
        if (result.position.offset != 0)
            object.number("offset", result.position.offset);
    }
    if (result.positioned)
        object.flag("positioned", true);
    if (!result.data.empty())
        object.json("data", result.data);
}

void fill(JsonObjectWriter& object, std::string& out, const SubscribeResult& result) {
    fill(object, result.ttl);
    fillState(object, result);
    if (!result.publications.empty())
        writePublications(object, out, result.publications);
    if (result.wasRecovering)
        object.flag("was_recovering", true);
    if (result.recovered)
        object.flag("recovered", true);
}

std::string infoPush(std::string_view channel, std::string_view name, const ClientInfo& info) {
    return push(channel, name, [&info](JsonObjectWriter& object, std::string& /*out*/) {
        object.json("info", toJson(info));
    });
}

std::string_view reasonOf(UnsubscribeCode code) {
    switch (code) {
    case UnsubscribeCode::Server: return "server unsubscribe";
    case UnsubscribeCode::InsufficientState: return "insufficient state";
    case UnsubscribeCode::Expired: return "subscription expired";
    }
    return "";
}

} // namespace

void writePublications(JsonObjectWriter& object, std::string& out,
                       const std::vector<PublicationView>& publications) {
    object.open("publications");
    out += '[';
    for (std::size_t i = 0; i < publications.size(); ++i) {
        if (i != 0)
            out += ',';
        JsonObjectWriter item(out);
        fill(item, publications[i]);
    }
    out += ']';
}

std::string errorReply(std::uint32_t id, CentrifugeError error) {
    return errorReply(id, error, message(error));
}

std::string errorReply(std::uint32_t id, CentrifugeError error, std::string_view text) {
    return reply(id, "error", [error, text](JsonObjectWriter& object, std::string& /*out*/) {
        object.number("code", static_cast<std::uint64_t>(error));
        object.text("message", text);
        if (isTemporary(error))
            object.flag("temporary", true);
    });
}

std::string connectReply(std::uint32_t id, const ConnectResult& result) {
    return reply(id, "connect", [&result](JsonObjectWriter& object, std::string& out) {
        object.text("client", result.client);
        object.text("version", result.version);
        fill(object, result.ttl);
        object.number("ping", static_cast<std::uint64_t>(result.ping.count()));
        object.flag("pong", true);
        if (!result.data.empty())
            object.json("data", result.data);
        if (result.subs.empty())
            return;
        object.open("subs");
        JsonObjectWriter subs(out);
        for (const auto& [channel, subscription] : result.subs) {
            subs.openKey(channel);
            JsonObjectWriter one(out);
            fill(one, out, subscription);
        }
    });
}

std::string subscribeReply(std::uint32_t id, const SubscribeResult& result) {
    return reply(id, "subscribe",
                 [&result](JsonObjectWriter& object, std::string& out) { fill(object, out, result); });
}

std::string refreshReply(std::uint32_t id, std::string_view client, std::string_view version,
                         TimeToLive ttl) {
    return reply(id, "refresh", [&](JsonObjectWriter& object, std::string& /*out*/) {
        object.text("client", client);
        object.text("version", version);
        fill(object, ttl);
    });
}

std::string subRefreshReply(std::uint32_t id, TimeToLive ttl) {
    return reply(id, "sub_refresh",
                 [ttl](JsonObjectWriter& object, std::string& /*out*/) { fill(object, ttl); });
}

std::string presenceReply(std::uint32_t id, const std::vector<ClientInfo>& clients) {
    return reply(id, "presence", [&clients](JsonObjectWriter& object, std::string& out) {
        object.open("presence");
        JsonObjectWriter map(out);
        // A client's id is made here, of hexadecimal digits and dashes.
        for (const auto& client : clients)
            map.json(client.client, toJson(client));
    });
}

std::string presenceStatsReply(std::uint32_t id, const PresenceStats& stats) {
    return reply(id, "presence_stats", [&stats](JsonObjectWriter& object, std::string& /*out*/) {
        object.number("num_clients", stats.clients);
        object.number("num_users", stats.users);
    });
}

std::string historyReply(std::uint32_t id, const StreamPosition& top,
                         const std::vector<PublicationView>& publications) {
    return reply(id, "history", [&](JsonObjectWriter& object, std::string& out) {
        if (!publications.empty())
            writePublications(object, out, publications);
        object.text("epoch", top.epoch);
        if (top.offset != 0)
            object.number("offset", top.offset);
    });
}

std::string emptyReply(std::uint32_t id, std::string_view name) {
    return reply(id, name, [](JsonObjectWriter&, std::string&) {});
}

std::string rpcReply(std::uint32_t id, std::string_view data) {
    return reply(id, "rpc",
                 [data](JsonObjectWriter& object, std::string& /*out*/) { object.json("data", data); });
}

std::string publicationPush(std::string_view channel, const PublicationView& publication) {
    return push(channel, "pub", [&publication](JsonObjectWriter& object, std::string& /*out*/) {
        fill(object, publication);
    });
}

std::string joinPush(std::string_view channel, const ClientInfo& info) {
    return infoPush(channel, "join", info);
}

std::string leavePush(std::string_view channel, const ClientInfo& info) {
    return infoPush(channel, "leave", info);
}

std::string subscribePush(std::string_view channel, const SubscribeResult& result) {
    return push(channel, "subscribe",
                [&result](JsonObjectWriter& object, std::string& /*out*/) { fillState(object, result); });
}

std::string refreshPush(TimeToLive ttl) {
    return push({}, "refresh", [ttl](JsonObjectWriter& object, std::string& /*out*/) { fill(object, ttl); });
}

std::string messagePush(std::string_view data) {
    return push({}, "message",
                [data](JsonObjectWriter& object, std::string& /*out*/) { object.json("data", data); });
}

std::string unsubscribePush(std::string_view channel, UnsubscribeCode code) {
    return push(channel, "unsubscribe", [code](JsonObjectWriter& object, std::string& /*out*/) {
        object.number("code", static_cast<std::uint64_t>(code));
        object.text("reason", reasonOf(code));
    });
}

} // namespace chinwag::protocol
