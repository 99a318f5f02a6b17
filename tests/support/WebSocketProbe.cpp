#include "support/WebSocketProbe.h"

#include <QByteArray>
#include <QTest>

#include <optional>

namespace chinwag::test {

using protocol::Opcode;

namespace {

std::uint64_t bigEndian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = (value << 8) | static_cast<std::uint8_t>(byte);
    return value;
}

struct Header {
    std::uint8_t first = 0;
    std::uint64_t length = 0;
    std::size_t size = 0;
};

std::optional<Header> parseHeader(std::string_view in) {
    if (in.size() < 2)
        return std::nullopt;
    const auto second = static_cast<std::uint8_t>(in[1]);
    const std::size_t extended = second == 126 ? 2 : second == 127 ? 8 : 0;
    if (in.size() < 2 + extended)
        return std::nullopt;
    const std::uint64_t length = extended == 0 ? second : bigEndian(in.substr(2, extended));
    return Header{static_cast<std::uint8_t>(in[0]), length, 2 + extended};
}

// Why a server may not send this, empty when it may.
std::string fault(const Header& header, std::string_view in) {
    const auto second = static_cast<std::uint8_t>(in[1]);
    const unsigned opcode = header.first & 0x0FU;
    if ((second & 0x80) != 0)
        return "masked server frame";
    if ((header.first & 0x70) != 0)
        return "reserved bits set";
    if ((header.first & 0x80) == 0 || opcode == 0)
        return "fragmented server frame";
    if ((second == 126 && header.length < 126) || (second == 127 && header.length <= 0xFFFF))
        return "length not in its shortest form";
    if (opcode > 2 && opcode < 8)
        return "reserved opcode";
    if (opcode >= 8 && header.length > 125)
        return "control frame too long";
    return {};
}

Event closeEvent(std::string_view payload) {
    if (payload.empty())
        return {Event::Kind::Close};
    if (payload.size() == 1)
        return {Event::Kind::Malformed, "close frame with half a code"};
    return {Event::Kind::Close, std::string(payload.substr(2)),
            static_cast<std::uint16_t>(bigEndian(payload.substr(0, 2)))};
}

Event frameEvent(Opcode opcode, std::string_view payload) {
    switch (opcode) {
    case Opcode::Text: return {Event::Kind::Text, std::string(payload)};
    case Opcode::Binary: return {Event::Kind::Binary, std::string(payload)};
    case Opcode::Ping: return {Event::Kind::Ping, std::string(payload)};
    case Opcode::Pong: return {Event::Kind::Pong, std::string(payload)};
    case Opcode::Close: return closeEvent(payload);
    case Opcode::Continuation: break;
    }
    return {Event::Kind::Malformed, "reserved opcode"};
}

// Takes one frame off the front of `in`; nothing when it is not complete.
std::optional<Event> takeFrame(std::string& in) {
    const auto header = parseHeader(in);
    if (!header)
        return std::nullopt;
    if (auto wrong = fault(*header, in); !wrong.empty())
        return Event{Event::Kind::Malformed, std::move(wrong)};
    if (in.size() - header->size < header->length)
        return std::nullopt;
    auto event = frameEvent(static_cast<Opcode>(header->first & 0x0F),
                            std::string_view(in).substr(header->size, header->length));
    in.erase(0, header->size + header->length);
    return event;
}

std::string printable(std::string_view bytes) {
    constexpr std::size_t shown = 60;
    std::string out = "\"";
    for (const char c : bytes.substr(0, shown)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7F)
            out += c;
        else
            out += "\\x" + QByteArray::number(byte, 16).rightJustified(2, '0').toStdString();
    }
    return out + "\" (" + std::to_string(bytes.size()) + " bytes)";
}

} // namespace

std::string Event::describe() const {
    switch (kind) {
    case Kind::Text: return "text " + printable(payload);
    case Kind::Binary: return "binary " + printable(payload);
    case Kind::Ping: return "ping " + printable(payload);
    case Kind::Pong: return "pong " + printable(payload);
    case Kind::Close: return "close " + std::to_string(code) + ' ' + printable(payload);
    case Kind::End: return "end of connection";
    case Kind::Reset: return "connection reset";
    case Kind::Timeout: return "nothing in time";
    case Kind::Malformed: return "malformed: " + payload;
    }
    return {};
}

Event textEvent(std::string_view payload) {
    return {Event::Kind::Text, std::string(payload)};
}

Event pongEvent(std::string_view payload) {
    return {Event::Kind::Pong, std::string(payload)};
}

std::string openingRequest(std::string_view target, std::string_view headers) {
    std::string upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                          "Sec-WebSocket-Key: ";
    upgrade += openingKey;
    upgrade += "\r\n";
    upgrade += headers;
    return request("GET", target, upgrade);
}

bool WebSocketProbe::open(std::string_view target, std::string_view headers, std::string_view early) {
    http_.send(openingRequest(target, headers) + std::string(early));
    answer_ = http_.read();
    return answer_.kind == Answer::Kind::Complete && answer_.status == 101 &&
           QByteArray::fromStdString(answer_.header("Upgrade")).toLower() == "websocket" &&
           protocol::headerHasToken(answer_.headers, "Connection", "upgrade") &&
           answer_.header("Sec-WebSocket-Accept") == openingAccept &&
           !answer_.has("Sec-WebSocket-Extensions");
}

bool WebSocketProbe::sendChopped(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (!send(bytes.substr(i, 1)))
            return false;
    }
    return true;
}

Event WebSocketProbe::next(QDeadlineTimer deadline) {
    for (;;) {
        if (auto event = takeFrame(http_.input()))
            return *std::move(event);
        Stream* const stream = http_.stream();
        switch (stream != nullptr ? stream->read(http_.input(), deadline) : ReadStatus::Reset) {
        case ReadStatus::Data: break;
        case ReadStatus::End:
            return http_.input().empty() ? Event{Event::Kind::End}
                                         : Event{Event::Kind::Malformed, "ended inside a frame"};
        case ReadStatus::Reset: return {Event::Kind::Reset};
        case ReadStatus::Timeout: return {Event::Kind::Timeout};
        }
    }
}

Event WebSocketProbe::nextMessage(QDeadlineTimer deadline) {
    for (;;) {
        Event event = next(deadline);
        if (event.kind != Event::Kind::Ping)
            return event;
        send(pong(event.payload));
    }
}

bool WebSocketProbe::closeNormally() {
    send(close(1000));
    Event event = nextMessage();
    while (event.kind == Event::Kind::Text)
        event = nextMessage();
    return event.kind == Event::Kind::Close && event.code == 1000 && next().kind == Event::Kind::End;
}

char* toString(const Event& event) {
    return QTest::toString(QByteArray::fromStdString(event.describe()));
}

} // namespace chinwag::test
