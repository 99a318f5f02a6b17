#include "http/ApiMethods.h"
#include "http/ApiParams.h"
#include "http/ControlThread.h"
#include "http/ReplyCollector.h"
#include "hub/Hub.h"
#include "hub/MessageChange.h"
#include "hub/RandomId.h"
#include "protocol/ChatMessage.h"

#include <utility>

namespace chinwag::http {

namespace {

using protocol::CentrifugeError;

// Who speaks in a room when the application does not say.
constexpr std::string_view serverNick = "Server";

hub::Message readMessage(ApiParams& params) {
    hub::Message message;
    message.data = params.json("data", "b64data");
    if (message.data.empty())
        params.fail(CentrifugeError::BadRequest, "'data' is missing");
    message.tags = params.textMap("tags");
    message.skipHistory = params.flag("skip_history");
    message.idempotencyKey = params.text("idempotency_key");
    message.version = {params.count("version"), params.text("version_epoch")};
    return message;
}

ApiReply toReply(const hub::PublishResult& result) {
    if (const auto* const position = std::get_if<protocol::StreamPosition>(&result))
        return toJson(*position);
    return ApiError{CentrifugeError::Internal, "the message could not be kept"};
}

// In a durable channel the answer comes from a thread of the store.
void publish(hub::Hub& hub, const std::string& channel, hub::Message message, const ApiDone& done) {
    hub.publish(channel, std::move(message), [done](hub::PublishResult result) {
        onControlThread([done, result = std::move(result)] { done(toReply(result)); });
    });
}

void publishReply(hub::Hub& hub, const std::string& channel, const hub::Message& message,
                  const std::string& replyTo, const ApiDone& done) {
    hub::findMessage(
        hub, *hub.channel(channel), replyTo, [&hub, channel, message, done](const hub::FoundMessage& found) {
            onControlThread([&hub, channel, message, done, found] {
                const auto* const error = std::get_if<hub::ChangeError>(&found);
                if (error == nullptr)
                    publish(hub, channel, message, done);
                else if (*error == hub::ChangeError::NoSuchMessage)
                    done(ApiError{CentrifugeError::BadRequest, std::string(protocol::replyRule)});
                else
                    done(ApiError{CentrifugeError::Internal, "what it replies to cannot be looked for now"});
            });
        });
}

void judgeAndPublish(hub::Hub& hub, const std::string& channel, hub::Message message, const ApiDone& done) {
    const auto found = findChannel(hub.namespaces(), channel);
    if (const auto* const error = std::get_if<ApiError>(&found))
        return done(*error);
    if (std::get<const hub::ChannelOptions*>(found)->chat) {
        auto read = protocol::readChatMessage(message.data, serverNick, protocol::Speaker::Application);
        if (auto* const fault = std::get_if<std::string>(&read))
            return done(ApiError{CentrifugeError::BadRequest, std::move(*fault)});
        auto& chat = std::get<protocol::ChatMessage>(read);
        chat.id = hub::randomMessageId();
        message.data = protocol::toJson(chat);
        message.chat = {chat.id, chat.clientId, chat.text};
        if (!chat.replyTo.empty())
            return publishReply(hub, channel, message, chat.replyTo, done);
    }
    publish(hub, channel, std::move(message), done);
}

void publish(hub::Hub& hub, const rapidjson::Value& value, const ApiDone& done) {
    ApiParams params(value);
    const auto channel = params.requiredText("channel");
    auto message = readMessage(params);
    if (params.error())
        return done(*params.error());
    judgeAndPublish(hub, channel, std::move(message), done);
}

void broadcast(hub::Hub& hub, const rapidjson::Value& value, const ApiDone& done) {
    ApiParams params(value);
    const auto channels = params.texts("channels");
    const auto message = readMessage(params);
    if (channels.empty())
        params.fail(CentrifugeError::BadRequest, "'channels' is missing or empty");
    if (params.error())
        return done(*params.error());
    const auto replies = std::make_shared<ReplyCollector>(
        channels.size(), [done](const std::string& list) { done(R"({"responses":)" + list + '}'); });
    for (std::size_t i = 0; i < channels.size(); ++i)
        judgeAndPublish(hub, channels[i], message,
                        [replies, i](const ApiReply& reply) { replies->take(i, toJson(reply)); });
}

} // namespace

void addPublishingMethods(ApiMethods& methods, const ApiAccess& access) {
    auto& hub = access.hub;
    methods["publish"] = [&hub](const auto& params, const ApiDone& done) { publish(hub, params, done); };
    methods["broadcast"] = [&hub](const auto& params, const ApiDone& done) { broadcast(hub, params, done); };
}

} // namespace chinwag::http
