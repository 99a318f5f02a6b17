#include "http/ApiMethods.h"
#include "http/ApiParams.h"
#include "hub/Hub.h"
#include "protocol/ChannelOverrides.h"
#include "protocol/CloseCode.h"

#include <algorithm>
#include <utility>

namespace chinwag::http {

namespace {

using protocol::CentrifugeError;
using protocol::CloseCode;

// RFC 6455 section 5.5 leaves so much beside the code.
constexpr std::size_t maxReasonBytes = 123;
// Those of applications and of this protocol; the others are not a server's to send or mean something else.
constexpr std::int64_t firstCode = 3'000;
constexpr std::int64_t lastCode = 4'999;

hub::ClientSelection readSelection(ApiParams& params) {
    // To pass over one of these would be to tell more than are meant.
    params.refuse({"session", "label_filter", "all_users"});
    // Somebody anonymous has no name but that of the connection.
    auto client = params.text("client");
    auto user = client.empty() ? params.requiredText("user") : params.text("user");
    return {std::move(user), std::move(client), {}};
}

// Whoever is meant: it does not matter to an application whether somebody was there.
void tell(hub::Hub& hub, const ApiParams& params, const hub::ClientSelection& selection,
          const hub::ClientCommand& command, const ApiDone& done) {
    if (params.error())
        return done(*params.error());
    hub.clients().tell(selection, command);
    done(std::string(emptyResult));
}

std::string readChannel(ApiParams& params, const hub::Hub& hub) {
    auto channel = params.requiredText("channel");
    const auto found = findChannel(hub.namespaces(), channel);
    if (const auto* const error = std::get_if<ApiError>(&found))
        params.fail(error->code, error->detail);
    return channel;
}

std::optional<ApiParams::Time> readExpiry(ApiParams& params) {
    const auto time = params.time("expire_at");
    if (time && *time <= std::chrono::system_clock::now())
        params.fail(CentrifugeError::BadRequest, "'expire_at' must be in the future");
    return time;
}

protocol::ChannelOverrides readOverrides(const rapidjson::Value& value, ApiParams& params) {
    const auto overrides = protocol::readOverrides(value);
    if (!overrides)
        params.fail(CentrifugeError::BadRequest,
                    R"('override' must be an object of objects such as {"value":true})");
    return overrides.value_or(protocol::ChannelOverrides());
}

void subscribe(hub::Hub& hub, const rapidjson::Value& value, const ApiDone& done) {
    ApiParams params(value);
    const auto selection = readSelection(params);
    hub::SubscribeClient command{readChannel(params, hub), params.json("info", "b64info"), readExpiry(params),
                                 params.json("data", "b64data"), params.position("recover_since")};
    if (const auto* const overrides = params.object("override"))
        command.overrides = readOverrides(*overrides, params);
    tell(hub, params, selection, command, done);
}

void unsubscribe(hub::Hub& hub, const rapidjson::Value& value, const ApiDone& done) {
    ApiParams params(value);
    const auto selection = readSelection(params);
    const hub::UnsubscribeClient command{readChannel(params, hub)};
    tell(hub, params, selection, command, done);
}

void refresh(hub::Hub& hub, const rapidjson::Value& value, const ApiDone& done) {
    ApiParams params(value);
    const auto selection = readSelection(params);
    hub::RefreshClient command{readExpiry(params), params.json("info")};
    if (params.flag("expired"))
        command.expiresAt = std::chrono::system_clock::now();
    tell(hub, params, selection, command, done);
}

hub::DisconnectClient readDisconnect(ApiParams& params) {
    hub::DisconnectClient command;
    const auto* const value = params.object("disconnect");
    if (value == nullptr) {
        command.reason = protocol::closeReason(command.code);
        return command;
    }
    ApiParams given(*value);
    const auto code = given.number("code");
    command.reason = given.text("reason", maxReasonBytes);
    if (code < firstCode || code > lastCode)
        given.fail(CentrifugeError::BadRequest, "'code' must be from 3000 to 4999");
    if (std::any_of(command.reason.begin(), command.reason.end(),
                    [](char byte) { return static_cast<unsigned char>(byte) < ' '; }))
        given.fail(CentrifugeError::BadRequest, "'reason' must not have control characters");
    if (given.error())
        params.fail(given.error()->code, given.error()->detail);
    else
        command.code = static_cast<CloseCode>(code);
    return command;
}

void disconnect(const ApiAccess& access, const rapidjson::Value& value, const ApiDone& done) {
    ApiParams params(value);
    auto selection = readSelection(params);
    selection.exceptClients = params.texts("whitelist");
    const auto command = readDisconnect(params);
    if (params.error() || !selection.client.empty())
        return tell(access.hub, params, selection, command, done);
    access.hub.clients().tell(selection, command);
    // In the seed's dialect nobody is a client with an id, but somebody's connection all the same.
    access.closeWhere(
        [user = selection.user](const hub::SessionFacts& facts) {
            return facts.dialect == "plain" && facts.user == user;
        },
        command.code, command.reason, [done](std::size_t) { done(std::string(emptyResult)); });
}

} // namespace

void addClientMethods(ApiMethods& methods, const ApiAccess& access) {
    auto& hub = access.hub;
    methods["subscribe"] = [&hub](const auto& params, const ApiDone& done) { subscribe(hub, params, done); };
    methods["unsubscribe"] = [&hub](const auto& params, const ApiDone& done) {
        unsubscribe(hub, params, done);
    };
    methods["refresh"] = [&hub](const auto& params, const ApiDone& done) { refresh(hub, params, done); };
    methods["disconnect"] = [access](const auto& params, const ApiDone& done) {
        disconnect(access, params, done);
    };
}

} // namespace chinwag::http
