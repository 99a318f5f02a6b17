#include "bench/generator/Dialect.h"

namespace chinwag::bench {

namespace {

constexpr std::string_view eventOpening = R"(42["chat",")";
constexpr std::string_view eventClosing = R"("])";

Incoming interpretSocketIo(std::string_view message) {
    if (message.starts_with(eventOpening) && message.ends_with(eventClosing)) {
        message.remove_prefix(eventOpening.size());
        message.remove_suffix(eventClosing.size());
        return {Incoming::Kind::Chat, message};
    }
    if (message.starts_with("0"))
        return {Incoming::Kind::Answer, "40"};
    if (message == "2")
        return {Incoming::Kind::Answer, "3"};
    if (message.starts_with("40"))
        return {Incoming::Kind::Joined, {}};
    return {};
}

} // namespace

std::optional<Dialect> dialectFromName(std::string_view name) {
    for (const Dialect dialect : {Dialect::Plain, Dialect::SocketIo})
        if (name == nameOf(dialect))
            return dialect;
    return {};
}

std::string_view nameOf(Dialect dialect) {
    return dialect == Dialect::Plain ? "plain" : "socketio";
}

std::string_view defaultPath(Dialect dialect) {
    return dialect == Dialect::Plain ? "/ws/chat" : "/socket.io/?EIO=4&transport=websocket";
}

bool isOpenAtOnce(Dialect dialect) {
    return dialect == Dialect::Plain;
}

std::string wrap(Dialect dialect, std::string_view text) {
    if (dialect == Dialect::Plain)
        return std::string(text);
    std::string message(eventOpening);
    message += text;
    message += eventClosing;
    return message;
}

Incoming interpret(Dialect dialect, std::string_view message) {
    if (dialect == Dialect::Plain)
        return {Incoming::Kind::Chat, message};
    return interpretSocketIo(message);
}

} // namespace chinwag::bench
