#include "http/ApiMethods.h"
#include "http/ApiParams.h"
#include "http/ControlThread.h"
#include "http/Wildcard.h"
#include "hub/Hub.h"
#include "hub/Past.h"
#include "hub/RandomId.h"
#include "protocol/CentrifugeReply.h"
#include "protocol/Json.h"

#include <QtCore/QString>
#include <QtCore/QSysInfo>

#include <algorithm>
#include <chrono>
#include <utility>

namespace chinwag::http {

namespace {

using protocol::CentrifugeError;
using protocol::JsonObjectWriter;

// A page; an application can ask for the next.
constexpr std::size_t maxHistory = 1'000;

template <typename Fill>
std::string jsonObject(const Fill& fill) {
    std::string out;
    {
        JsonObjectWriter object(out);
        fill(object, out);
    }
    return out;
}

// The channel that the parameters name, if it has what is asked for; otherwise there is a fault.
std::shared_ptr<hub::Channel> readChannel(ApiParams& params, hub::Hub& hub,
                                          bool (*isAvailable)(const hub::ChannelOptions&)) {
    const auto name = params.requiredText("channel");
    const auto found = findChannel(hub.namespaces(), name);
    if (const auto* const error = std::get_if<ApiError>(&found))
        params.fail(error->code, error->detail);
    else if (!isAvailable(*std::get<const hub::ChannelOptions*>(found)))
        params.fail(CentrifugeError::NotAvailable, {});
    return params.error() ? nullptr : hub.channel(name);
}

bool hasPresence(const hub::ChannelOptions& options) {
    return options.presence;
}
bool hasHistory(const hub::ChannelOptions& options) {
    return options.history.publications != 0;
}

ApiReply presence(hub::Hub& hub, const rapidjson::Value& value) {
    ApiParams params(value);
    const auto channel = readChannel(params, hub, hasPresence);
    if (params.error())
        return *params.error();
    return jsonObject([&channel](JsonObjectWriter& object, std::string& out) {
        object.open("presence");
        JsonObjectWriter clients(out);
        for (const auto& client : channel->presence())
            clients.json(client.client, protocol::toJson(client));
    });
}

ApiReply presenceStats(hub::Hub& hub, const rapidjson::Value& value) {
    ApiParams params(value);
    const auto channel = readChannel(params, hub, hasPresence);
    if (params.error())
        return *params.error();
    const auto counts = channel->presenceCounts();
    return jsonObject([&counts](JsonObjectWriter& object, std::string& /*out*/) {
        object.number("num_clients", counts.clients);
        object.number("num_users", counts.users);
    });
}

std::string pageJson(const hub::PastPage& page) {
    return jsonObject([&page](JsonObjectWriter& object, std::string& out) {
        protocol::writePublications(object, out, hub::viewsOf(page.publications));
        object.text("epoch", page.position.epoch);
        object.number("offset", page.position.offset);
    });
}

ApiReply toReply(const hub::PastResult& result) {
    if (const auto* const error = std::get_if<hub::PastError>(&result))
        return ApiError{*error == hub::PastError::OtherEpoch ? CentrifugeError::UnrecoverablePosition
                                                             : CentrifugeError::Internal};
    return pageJson(std::get<hub::PastPage>(result));
}

void history(hub::Hub& hub, const rapidjson::Value& value, const ApiDone& done) {
    ApiParams params(value);
    const auto channel = readChannel(params, hub, hasHistory);
    const auto limit = params.number("limit");
    hub::HistoryFilter filter;
    filter.limit = limit < 0 ? maxHistory : std::min(static_cast<std::size_t>(limit), maxHistory);
    filter.reverse = params.flag("reverse");
    filter.since = params.position("since");
    if (params.error())
        return done(*params.error());
    if (const auto remembered = hub::recall(hub, *channel, filter))
        return done(toReply(*remembered));
    hub::lookUp(hub, *channel, filter, [done](const hub::PastResult& result) {
        onControlThread([done, reply = toReply(result)] { done(reply); });
    });
}

void removeHistory(hub::Hub& hub, const rapidjson::Value& value, const ApiDone& done) {
    ApiParams params(value);
    const auto channel = readChannel(params, hub, hasHistory);
    if (params.error())
        return done(*params.error());
    hub::forget(hub, *channel, [done](bool isGone) {
        onControlThread([done, isGone] {
            done(isGone ? ApiReply(std::string(emptyResult))
                        : ApiError{CentrifugeError::Internal, "what is kept could not be removed"});
        });
    });
}

ApiReply channels(hub::Hub& hub, const rapidjson::Value& value) {
    ApiParams params(value);
    const auto pattern = params.text("pattern");
    if (params.error())
        return *params.error();
    const auto active = hub.activeChannels(
        [&pattern](std::string_view name) { return pattern.empty() || matchesWildcard(pattern, name); });
    return jsonObject([&active](JsonObjectWriter& object, std::string& out) {
        object.open("channels");
        JsonObjectWriter list(out);
        for (const auto& channel : active) {
            list.openKey(channel.name);
            JsonObjectWriter one(out);
            one.number("num_clients", channel.subscribers);
        }
    });
}

ApiReply info(const ApiAccess& access, const std::string& uid, const rapidjson::Value& value) {
    const ApiParams params(value);
    if (params.error())
        return *params.error();
    const auto stats = access.stats();
    const auto uptime = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now() -
                                                                         stats.facts.started);
    return jsonObject([&](JsonObjectWriter& object, std::string& out) {
        object.open("nodes");
        out += '[';
        {
            JsonObjectWriter node(out);
            node.text("uid", uid);
            node.text("name", QSysInfo::machineHostName().toStdString());
            node.text("version", stats.facts.version);
            node.number("num_clients",
                        static_cast<std::uint64_t>(std::max<std::int64_t>(stats.openWebSockets, 0)));
            node.number("num_users", access.hub.clients().userCount());
            node.number("num_channels", access.hub.channelCount());
            node.number("uptime", static_cast<std::uint64_t>(std::max<std::int64_t>(uptime.count(), 0)));
        }
        out += ']';
    });
}

} // namespace

void addChannelMethods(ApiMethods& methods, const ApiAccess& access) {
    const auto add = [&](const char* name, ApiReply (*method)(hub::Hub&, const rapidjson::Value&)) {
        methods[name] = [&hub = access.hub, method](const auto& params, const ApiDone& done) {
            done(method(hub, params));
        };
    };
    add("presence", presence);
    add("presence_stats", presenceStats);
    add("channels", channels);
    methods["history"] = [&hub = access.hub](const auto& params, const ApiDone& done) {
        history(hub, params, done);
    };
    methods["history_remove"] = [&hub = access.hub](const auto& params, const ApiDone& done) {
        removeHistory(hub, params, done);
    };
    methods["info"] = [access, uid = hub::randomClientId()](const auto& params, const ApiDone& done) {
        done(info(access, uid, params));
    };
}

} // namespace chinwag::http
