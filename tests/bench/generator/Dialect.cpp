#include "bench/generator/Dialect.h"

#include "bench/generator/Centrifuge.h"

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

Incoming interpretCentrifuge(std::string_view line) {
    if (line == "{}")
        return {Incoming::Kind::Answer, line};
    switch (replyId(line)) {
    case connectId: return {hasError(line) ? Incoming::Kind::Unknown : Incoming::Kind::Nothing, line};
    case subscribeId: return {hasError(line) ? Incoming::Kind::Unknown : Incoming::Kind::Joined, line};
    default: return {Incoming::Kind::Chat, line};
    }
}

} // namespace

std::optional<Dialect> dialectFromName(std::string_view name) {
    for (const Dialect dialect : {Dialect::Plain, Dialect::SocketIo, Dialect::Centrifuge})
        if (name == nameOf(dialect))
            return dialect;
    return {};
}

std::string_view nameOf(Dialect dialect) {
    switch (dialect) {
    case Dialect::Plain: return "plain";
    case Dialect::SocketIo: return "socketio";
    case Dialect::Centrifuge: break;
    }
    return "centrifuge";
}

std::string_view defaultPath(Dialect dialect) {
    switch (dialect) {
    case Dialect::Plain: return "/ws/chat";
    case Dialect::SocketIo: return "/socket.io/?EIO=4&transport=websocket";
    case Dialect::Centrifuge: break;
    }
    return "/connection/websocket";
}

bool isOpenAtOnce(Dialect dialect) {
    return dialect == Dialect::Plain;
}

std::string pathOfRoom(std::string_view path, std::size_t room) {
    std::string inRoom(path);
    inRoom += path.find('?') == std::string_view::npos ? '?' : '&';
    return inRoom + "room=r" + std::to_string(room);
}

std::string wrap(Dialect dialect, std::string_view text) {
    if (dialect != Dialect::SocketIo)
        return std::string(text);
    std::string message(eventOpening);
    message += text;
    message += eventClosing;
    return message;
}

Incoming interpret(Dialect dialect, std::string_view message) {
    switch (dialect) {
    case Dialect::Plain: return {Incoming::Kind::Chat, message};
    case Dialect::SocketIo: return interpretSocketIo(message);
    case Dialect::Centrifuge: break;
    }
    return interpretCentrifuge(message);
}

} // namespace chinwag::bench
