#include "bench/generator/Connection.h"

#include "bench/generator/ClientFrame.h"

#include <algorithm>
#include <cerrno>
#include <strings.h>
#include <sys/socket.h>

namespace chinwag::bench {

namespace {

// The example of RFC 6455 section 1.3, so that the answer is known without a digest.
constexpr std::string_view openingKey = "dGhlIHNhbXBsZSBub25jZQ==";
constexpr std::string_view expectedAccept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

constexpr std::size_t largestResponse = 16'384;

std::string upgradeRequest(const Target& target, std::size_t index) {
    const bool hasRooms = target.rooms > 1 && target.dialect != Dialect::Centrifuge;
    const std::string path = hasRooms ? pathOfRoom(target.path, index % target.rooms) : target.path;
    std::string request = "GET " + path + " HTTP/1.1\r\nHost: " + target.endpoint.authority();
    request += "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n";
    request += "Sec-WebSocket-Key: ";
    request += openingKey;
    request += "\r\n\r\n";
    return request;
}

// Field names are case-insensitive, the value of this one is not.
bool acceptsKey(std::string_view head) {
    constexpr std::string_view field = "sec-websocket-accept:";
    for (std::size_t at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n", at)) {
        at += 2;
        const std::string_view line = head.substr(at, head.find("\r\n", at) - at);
        if (line.size() < field.size() || ::strncasecmp(line.data(), field.data(), field.size()) != 0)
            continue;
        std::string_view value = line.substr(field.size());
        value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
        return value == expectedAccept;
    }
    return false;
}

std::string describeClose(std::string_view payload) {
    if (payload.size() < 2)
        return "without a code";
    const unsigned code =
        (static_cast<unsigned char>(payload[0]) * 256U) + static_cast<unsigned char>(payload[1]);
    std::string text = "with code " + std::to_string(code);
    if (payload.size() > 2)
        text.append(" (").append(payload.substr(2)).append(")");
    return text;
}

} // namespace

Check Connection::writable(const Target& target) {
    if (state_ == State::Connecting)
        return finishConnect(target);
    if (unsent_.empty())
        return {};
    const std::string waiting = std::exchange(unsent_, {});
    return write(waiting);
}

Check Connection::finishConnect(const Target& target) {
    int error = 0;
    socklen_t length = sizeof error;
    if (::getsockopt(fd_.get(), SOL_SOCKET, SO_ERROR, &error, &length) != 0)
        return systemFailure("SO_ERROR");
    if (error != 0) {
        errno = error;
        return systemFailure("connection " + std::to_string(index_) + ": connect");
    }
    state_ = State::Upgrading;
    return write(upgradeRequest(target, index_));
}

Check Connection::readable(const Target& target, std::span<char> scratch, bool hungUp, DeliverySink& sink) {
    for (bool isEmpty = false; !isEmpty;) {
        const std::size_t kept = partial_.size();
        if (kept >= scratch.size())
            return failure("the server sent a frame of more than " + std::to_string(scratch.size()) +
                           " bytes");
        std::copy(partial_.begin(), partial_.end(), scratch.begin());
        const ssize_t got = ::recv(fd_.get(), scratch.data() + kept, scratch.size() - kept, 0);
        if (got == 0)
            return failure("the server closed the connection without a close frame");
        if (got < 0 && errno == EAGAIN)
            return {};
        if (got < 0)
            return systemFailure("connection " + std::to_string(index_) + ": read");
        const std::size_t available = kept + static_cast<std::size_t>(got);
        if (auto failed = takeBytes(target, {scratch.data(), available}, sink))
            return failed;
        isEmpty = available < scratch.size() && !hungUp;
    }
    return {};
}

Check Connection::takeBytes(const Target& target, std::string_view bytes, DeliverySink& sink) {
    if (state_ == State::Upgrading)
        if (auto failed = takeResponse(target, bytes))
            return failed;
    if (state_ != State::Upgrading) {
        ScannedFrame frame;
        Scan scanned = Scan::Incomplete;
        while ((scanned = scanFrame(bytes, frame)) == Scan::Frame)
            if (auto failed = takeFrame(target, frame, sink))
                return failed;
        if (scanned == Scan::Malformed)
            return failure("the server sent what is not a frame");
    }
    if (!bytes.empty() || !partial_.empty())
        partial_.assign(bytes);
    return {};
}

Check Connection::takeResponse(const Target& target, std::string_view& bytes) {
    constexpr std::string_view blankLine = "\r\n\r\n";
    const std::size_t end = bytes.find(blankLine);
    if (end == std::string_view::npos) {
        if (bytes.size() > largestResponse)
            return failure("the server's answer to the upgrade has no end");
        return {};
    }
    const std::string_view head = bytes.substr(0, end + 2);
    if (!head.starts_with("HTTP/1.1 101 "))
        return failure("the server refused the upgrade: " + std::string(head.substr(0, head.find("\r\n"))));
    if (!acceptsKey(head))
        return failure("the server's answer to the upgrade has a wrong Sec-WebSocket-Accept");
    bytes.remove_prefix(end + blankLine.size());
    state_ = isOpenAtOnce(target.dialect) ? State::Open : State::Joining;
    return target.greeting ? send(target.greeting(index_)) : Check{};
}

Check Connection::takeFrame(const Target& target, const ScannedFrame& frame, DeliverySink& sink) {
    if (!frame.final)
        return failure("the server fragments messages, which the generator does not read");
    switch (frame.opcode) {
    case opcodeText:
    case opcodeBinary: return takeMessage(target, frame.payload, sink);
    case opcodePing: return write(makeClientFrame(opcodePong, frame.payload));
    case opcodePong: return {};
    case opcodeClose: return failure("the server closed the connection " + describeClose(frame.payload));
    default: return failure("the server sent a frame of unknown opcode " + std::to_string(frame.opcode));
    }
}

Check Connection::takeMessage(const Target& target, std::string_view message, DeliverySink& sink) {
    if (target.dialect != Dialect::Centrifuge)
        return takeText(target, message, sink);
    while (!message.empty()) {
        const std::string_view line = message.substr(0, message.find('\n'));
        message.remove_prefix(std::min(line.size() + 1, message.size()));
        if (auto failed = takeText(target, line, sink))
            return failed;
    }
    return {};
}

Check Connection::takeText(const Target& target, std::string_view text, DeliverySink& sink) {
    const Incoming incoming = interpret(target.dialect, text);
    switch (incoming.kind) {
    case Incoming::Kind::Chat: sink.delivered(index_, incoming.text); return {};
    case Incoming::Kind::Answer: return send(incoming.text);
    case Incoming::Kind::Joined:
        state_ = State::Open;
        sink.joined(index_, incoming.text);
        return {};
    case Incoming::Kind::Nothing: return {};
    case Incoming::Kind::Unknown: break;
    }
    return failure("the server sent what the dialect does not have: " + std::string(text.substr(0, 160)));
}

Check Connection::send(std::string_view message) {
    return write(makeClientFrame(opcodeText, message));
}

Check Connection::write(std::string_view bytes) {
    if (!unsent_.empty()) {
        unsent_ += bytes;
        return {};
    }
    const ssize_t sent = ::send(fd_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN)
        return systemFailure("connection " + std::to_string(index_) + ": write");
    unsent_.assign(bytes.substr(static_cast<std::size_t>(std::max<ssize_t>(sent, 0))));
    return {};
}

Failure Connection::failure(const std::string& what) const {
    return Failure{"connection " + std::to_string(index_) + ": " + what};
}

} // namespace chinwag::bench
