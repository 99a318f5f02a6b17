// Any bytes as WebSocket frames: however they are cut, they are the same events.
#include "FuzzInput.h"
#include "net/FrameReader.h"
#include "protocol/CloseCode.h"
#include "protocol/Utf8Validator.h"

#include <span>
#include <string>
#include <vector>

using namespace chinwag;
using fuzz::require;
using net::FrameReader;
using Event = net::FrameReader::Event;

namespace {

constexpr std::size_t maxMessage = 1000;

struct Happening {
    Event event;
    int code;
    std::string payload;
    bool operator==(const Happening&) const = default;
};

Happening describe(const FrameReader& reader, Event event) {
    const std::string payload(reader.payload());
    if (event == Event::Text || event == Event::Close)
        require(protocol::Utf8Validator::isValid(payload), "text and reasons are UTF-8");
    if (event == Event::Text || event == Event::Binary)
        require(payload.size() <= maxMessage, "messages are limited");
    if (event == Event::Ping || event == Event::Pong)
        require(payload.size() <= 125, "control frames are small");
    if (event == Event::Violation)
        return {event, static_cast<int>(reader.violation()), {}};
    if (event == Event::Close)
        require(reader.closeCode() == 0 || protocol::isCloseCodeOnTheWire(reader.closeCode()),
                "close codes are right");
    return {event, event == Event::Close ? reader.closeCode() : 0, payload};
}

std::vector<Happening> read(std::string_view bytes, fuzz::Cuts* cuts) {
    FrameReader reader(maxMessage);
    std::vector<Happening> out;
    while (!bytes.empty()) {
        // In memory of its own, which is gone before the next piece: nothing may be kept of it.
        std::vector<char> piece(
            bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(
                                               std::min(bytes.size(), cuts ? cuts->next() : bytes.size())));
        bytes.remove_prefix(piece.size());
        std::span<char> input(piece);
        for (Event event = reader.next(input); event != Event::NeedMore; event = reader.next(input)) {
            out.push_back(describe(reader, event));
            // Reading is over after these; what follows on the wire is nobody's.
            if (event == Event::Violation || event == Event::Close)
                return out;
        }
        require(input.empty(), "while it needs more it takes all");
    }
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    fuzz::Cuts cuts(input.byte());
    require(read(input.rest(), nullptr) == read(input.rest(), &cuts), "cuts do not change the events");
    return 0;
}
