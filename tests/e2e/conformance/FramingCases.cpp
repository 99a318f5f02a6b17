// RFC 6455 section 5.2: lengths, reserved bits and reserved opcodes.
#include "conformance/Case.h"

#include <array>

namespace chinwag::test {

namespace {

using Length = ClientFrame::Length;

void addLengths(std::vector<Case>& cases) {
    for (const std::size_t length : {std::size_t{0}, std::size_t{1}, std::size_t{124}, std::size_t{125},
                                     std::size_t{126}, std::size_t{127}, std::size_t{128}, std::size_t{1000},
                                     std::size_t{65534}, std::size_t{65535}, messageLimit}) {
        const std::string payload = repeated("x", length);
        const std::string name = std::to_string(length);
        cases.push_back({"5.2 text of " + name, text(payload).bytes(), {textEvent(payload)}});
        cases.push_back({"5.2 binary of " + name, binary(payload).bytes(), {binaryEvent(payload)}});
    }
}

void addLengthEncodings(std::vector<Case>& cases) {
    const auto add = [&cases](const std::string& id, const ClientFrame& frame) {
        cases.push_back({"5.2 " + id, frame.bytes(), {closeEvent(1002)}});
    };
    for (const std::size_t length : {std::size_t{0}, std::size_t{1}, std::size_t{125}}) {
        const auto frame = text(repeated("x", length)).encoded(Length::Bits16);
        add("length " + std::to_string(length) + " in 16 bits", frame);
    }
    for (const std::size_t length :
         {std::size_t{0}, std::size_t{125}, std::size_t{126}, std::size_t{65535}}) {
        const auto frame = binary(repeated("x", length)).encoded(Length::Bits64);
        add("length " + std::to_string(length) + " in 64 bits", frame);
    }
    add("length with the top bit set", text("x").encoded(Length::Bits64TopBit));
    add("length 0 with the top bit set", text("").encoded(Length::Bits64TopBit));
    add("length of a continuation in 64 bits",
        ClientFrame(protocol::Opcode::Continuation, "x").encoded(Length::Bits64));
}

void addReservedBits(std::vector<Case>& cases) {
    for (std::uint8_t bits = 1; bits <= 7; ++bits) {
        const auto refused = [&](const std::string& what, const std::string& bytes) {
            cases.push_back({"5.2 RSV " + std::to_string(bits) + " on " + what, bytes, {closeEvent(1002)}});
        };
        refused("text", text("Hello").reserved(bits).bytes());
        if ((bits & (bits - 1)) != 0)
            continue; // combinations are tried on text only
        refused("binary", binary("Hello").reserved(bits).bytes());
        refused("ping", ping("Hello").reserved(bits).bytes());
        refused("pong", pong("Hello").reserved(bits).bytes());
        refused("close", close(1000).reserved(bits).bytes());
        refused("an empty text", text("").reserved(bits).bytes());
        refused("a continuation", wire({text("He").part(), continuation("llo").reserved(bits)}));
    }
    cases.push_back({"5.2 RSV after a good message",
                     wire({text("good"), text("bad").reserved(4), text("never seen")}),
                     {textEvent("good"), closeEvent(1002)}});
}

void addReservedOpcodes(std::vector<Case>& cases) {
    constexpr std::array<std::uint8_t, 10> reserved{3, 4, 5, 6, 7, 11, 12, 13, 14, 15};
    for (const std::uint8_t opcode : reserved) {
        const std::string name = "5.2 opcode " + std::to_string(opcode);
        cases.push_back({name, ClientFrame(opcode, "").bytes(), {closeEvent(1002)}});
        cases.push_back({name + " with a payload after a message",
                         wire({text("good"), ClientFrame(opcode, "reserved"), ping()}),
                         {textEvent("good"), closeEvent(1002)}});
        cases.push_back({name + " inside a fragmented message",
                         wire({text("He").part(), ClientFrame(opcode, ""), continuation("llo")}),
                         {closeEvent(1002)}});
    }
}

} // namespace

std::vector<Case> framingCases() {
    std::vector<Case> cases;
    addLengths(cases);
    addLengthEncodings(cases);
    addReservedBits(cases);
    addReservedOpcodes(cases);
    cases.push_back({"5.2 three messages in one write",
                     wire({text("one"), binary("two"), text("three")}),
                     {textEvent("one"), binaryEvent("two"), textEvent("three")}});
    const std::string lookalike = wire({close(1000), text("not a frame")});
    cases.push_back(
        {"5.2 a payload that looks like frames", binary(lookalike).bytes(), {binaryEvent(lookalike)}});
    return cases;
}

} // namespace chinwag::test
