#include "protocol/CentrifugeReply.h"

#include "protocol/Json.h"

#include <algorithm>

namespace chinwag::protocol {

namespace {

// {"id":..,"name":{..}}
template <typename Fill>
std::string reply(std::uint32_t id, std::string_view name, const Fill& fill) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.number("id", id);
        object.open(name);
        JsonObjectWriter result(out);
        fill(result);
    }
    return out;
}

// {"push":{"channel":..,"name":{..}}}
template <typename Fill>
std::string push(std::string_view channel, std::string_view name, const Fill& fill) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.open("push");
        JsonObjectWriter body(out);
        body.text("channel", channel);
        body.open(name);
        JsonObjectWriter content(out);
        fill(content);
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

void list(JsonObjectWriter& object, std::string& out, const std::vector<PublicationView>& publications) {
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

void fill(JsonObjectWriter& object, TimeToLive ttl) {
    if (!ttl)
        return;
    object.flag("expires", true);
    object.number("ttl", static_cast<std::uint64_t>(std::max(ttl->count(), std::chrono::seconds::rep{1})));
}

void fill(JsonObjectWriter& object, std::string& out, const SubscribeResult& result) {
    fill(object, result.ttl);
    if (result.recoverable)
        object.flag("recoverable", true);
    if (result.recoverable || result.positioned) {
        object.text("epoch", result.position.epoch);
        if (result.position.offset != 0)
            object.number("offset", result.position.offset);
    }
    if (result.positioned)
        object.flag("positioned", true);
    if (!result.publications.empty())
        list(object, out, result.publications);
    if (result.wasRecovering)
        object.flag("was_recovering", true);
    if (result.recovered)
        object.flag("recovered", true);
}

std::string infoPush(std::string_view channel, std::string_view name, const ClientInfo& info) {
    return push(channel, name, [&info](JsonObjectWriter& object) { object.json("info", toJson(info)); });
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

std::string errorReply(std::uint32_t id, CentrifugeError error) {
    return reply(id, "error", [error](JsonObjectWriter& object) {
        object.number("code", static_cast<std::uint64_t>(error));
        object.text("message", message(error));
        if (isTemporary(error))
            object.flag("temporary", true);
    });
}

std::string connectReply(std::uint32_t id, const ConnectResult& result) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.number("id", id);
        object.open("connect");
        JsonObjectWriter body(out);
        body.text("client", result.client);
        body.text("version", result.version);
        fill(body, result.ttl);
        body.number("ping", static_cast<std::uint64_t>(result.ping.count()));
        body.flag("pong", true);
        if (!result.subs.empty()) {
            body.open("subs");
            JsonObjectWriter subs(out);
            for (const auto& [channel, subscription] : result.subs) {
                subs.open(channel);
                JsonObjectWriter one(out);
                fill(one, out, subscription);
            }
        }
    }
    return out;
}

std::string subscribeReply(std::uint32_t id, const SubscribeResult& result) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.number("id", id);
        object.open("subscribe");
        JsonObjectWriter body(out);
        fill(body, out, result);
    }
    return out;
}

std::string refreshReply(std::uint32_t id, std::string_view client, std::string_view version,
                         TimeToLive ttl) {
    return reply(id, "refresh", [&](JsonObjectWriter& object) {
        object.text("client", client);
        object.text("version", version);
        fill(object, ttl);
    });
}

std::string subRefreshReply(std::uint32_t id, TimeToLive ttl) {
    return reply(id, "sub_refresh", [ttl](JsonObjectWriter& object) { fill(object, ttl); });
}

std::string presenceReply(std::uint32_t id, const std::vector<ClientInfo>& clients) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.number("id", id);
        object.open("presence");
        JsonObjectWriter body(out);
        body.open("presence");
        JsonObjectWriter map(out);
        // A client's id is made here, of hexadecimal digits and dashes.
        for (const auto& client : clients)
            map.json(client.client, toJson(client));
    }
    return out;
}

std::string presenceStatsReply(std::uint32_t id, const PresenceStats& stats) {
    return reply(id, "presence_stats", [&stats](JsonObjectWriter& object) {
        object.number("num_clients", stats.clients);
        object.number("num_users", stats.users);
    });
}

std::string historyReply(std::uint32_t id, const StreamPosition& top,
                         const std::vector<PublicationView>& publications) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.number("id", id);
        object.open("history");
        JsonObjectWriter body(out);
        if (!publications.empty())
            list(body, out, publications);
        body.text("epoch", top.epoch);
        if (top.offset != 0)
            body.number("offset", top.offset);
    }
    return out;
}

std::string emptyReply(std::uint32_t id, std::string_view name) {
    return reply(id, name, [](JsonObjectWriter&) {});
}

std::string rpcReply(std::uint32_t id, std::string_view data) {
    return reply(id, "rpc", [data](JsonObjectWriter& object) { object.json("data", data); });
}

std::string publicationPush(std::string_view channel, const PublicationView& publication) {
    return push(channel, "pub", [&publication](JsonObjectWriter& object) { fill(object, publication); });
}

std::string joinPush(std::string_view channel, const ClientInfo& info) {
    return infoPush(channel, "join", info);
}

std::string leavePush(std::string_view channel, const ClientInfo& info) {
    return infoPush(channel, "leave", info);
}

std::string subscribePush(std::string_view channel, const SubscribeResult& result) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.open("push");
        JsonObjectWriter body(out);
        body.text("channel", channel);
        body.open("subscribe");
        JsonObjectWriter content(out);
        fill(content, out, result);
    }
    return out;
}

std::string refreshPush(TimeToLive ttl) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.open("push");
        JsonObjectWriter body(out);
        body.open("refresh");
        JsonObjectWriter content(out);
        fill(content, ttl);
    }
    return out;
}

std::string unsubscribePush(std::string_view channel, UnsubscribeCode code) {
    return push(channel, "unsubscribe", [code](JsonObjectWriter& object) {
        object.number("code", static_cast<std::uint64_t>(code));
        object.text("reason", reasonOf(code));
    });
}

} // namespace chinwag::protocol
