#include "protocol/CentrifugeReply.h"

#include "protocol/Json.h"

#include <functional>

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

std::string infoPush(std::string_view channel, std::string_view name, const ClientInfo& info) {
    return push(channel, name, [&info](JsonObjectWriter& object) { object.json("info", toJson(info)); });
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
    return reply(id, "connect", [&result](JsonObjectWriter& object) {
        object.text("client", result.client);
        object.text("version", result.version);
        object.number("ping", static_cast<std::uint64_t>(result.ping.count()));
        object.flag("pong", true);
    });
}

std::string subscribeReply(std::uint32_t id, const SubscribeResult& result) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.number("id", id);
        object.open("subscribe");
        JsonObjectWriter body(out);
        if (result.recoverable)
            body.flag("recoverable", true);
        if (result.recoverable || result.positioned) {
            body.text("epoch", result.position.epoch);
            if (result.position.offset != 0)
                body.number("offset", result.position.offset);
        }
        if (result.positioned)
            body.flag("positioned", true);
        if (!result.publications.empty())
            list(body, out, result.publications);
        if (result.wasRecovering)
            body.flag("was_recovering", true);
        if (result.recovered)
            body.flag("recovered", true);
    }
    return out;
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

std::string unsubscribePush(std::string_view channel, std::uint16_t code, std::string_view reason) {
    return push(channel, "unsubscribe", [code, reason](JsonObjectWriter& object) {
        object.number("code", code);
        object.text("reason", reason);
    });
}

} // namespace chinwag::protocol
