#include "conformance/RandomTraffic.h"

#include <array>

namespace chinwag::test {

namespace {

std::size_t below(std::mt19937& random, std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

bool oneIn(std::mt19937& random, std::size_t count) {
    return below(random, count) == 0;
}

// Lengths that need each of the three encodings, and those at their borders.
std::size_t randomLength(std::mt19937& random) {
    switch (below(random, 4)) {
    case 0: return below(random, 10);
    case 1: return 120 + below(random, 12);
    case 2: return below(random, 3000);
    default: return oneIn(random, 8) ? 65530 + below(random, 7) : below(random, 500);
    }
}

std::string randomText(std::mt19937& random, std::size_t length) {
    static const std::array<std::string, 6> characters{
        "a", "\n", "\xC3\xA9", "\xE2\x82\xAC", "\xEF\xBB\xBF", "\xF0\x9D\x84\x9E"};
    std::string out;
    while (out.size() < length) {
        const std::string& next = characters[below(random, characters.size())];
        out += out.size() + next.size() <= length ? next : "b";
    }
    return out;
}

std::string randomBytes(std::mt19937& random, std::size_t length) {
    std::string out;
    for (std::size_t i = 0; i < length; ++i)
        out += static_cast<char>(below(random, 256));
    return out;
}

void addControl(std::mt19937& random, Case& out) {
    const std::string payload = randomBytes(random, below(random, 126));
    const bool asks = oneIn(random, 2);
    out.send += (asks ? ping(payload) : pong(payload)).masked(static_cast<std::uint32_t>(random())).bytes();
    if (asks)
        out.expect.push_back(pongEvent(payload));
}

void addMessage(std::mt19937& random, Case& out) {
    const bool isText = oneIn(random, 2);
    const std::size_t length = randomLength(random);
    const std::string payload = isText ? randomText(random, length) : randomBytes(random, length);
    std::string rest = payload;
    bool first = true;
    const auto addFragment = [&](const std::string& piece, bool last) {
        const ClientFrame frame = !first ? continuation(piece) : isText ? text(piece) : binary(piece);
        out.send += (last ? frame : frame.part()).masked(static_cast<std::uint32_t>(random())).bytes();
        first = false;
    };
    for (std::size_t more = below(random, 4); more > 0; --more) {
        const std::string piece = rest.substr(0, below(random, rest.size() + 1));
        addFragment(piece, false);
        rest.erase(0, piece.size());
        if (oneIn(random, 3))
            addControl(random, out);
    }
    addFragment(rest, true);
    out.expect.push_back(isText ? textEvent(payload) : binaryEvent(payload));
}

void addFault(std::mt19937& random, Case& out) {
    switch (below(random, 5)) {
    case 0: out.send += text("x").unmasked().bytes(); break;
    case 1: out.send += text("x").reserved(static_cast<std::uint8_t>(1 + below(random, 7))).bytes(); break;
    case 2: out.send += ClientFrame(static_cast<std::uint8_t>(3 + below(random, 5)), "x").bytes(); break;
    case 3: out.send += continuation("x").bytes(); break;
    default: out.send += ping("x").part().bytes(); break;
    }
    out.expect.push_back(closeEvent(1002));
}

} // namespace

Case randomCase(std::mt19937& random) {
    Case out{"random", {}, {}};
    for (std::size_t messages = 1 + below(random, 12); messages > 0; --messages) {
        addMessage(random, out);
        if (oneIn(random, 4))
            addControl(random, out);
    }
    if (oneIn(random, 3))
        addFault(random, out);
    return out;
}

} // namespace chinwag::test
