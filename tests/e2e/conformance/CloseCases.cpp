// RFC 6455 sections 5.5.1 and 7: the closing handshake and its codes.
#include "conformance/Case.h"

#include <array>

namespace chinwag::test {

namespace {

void addHandshakes(std::vector<Case>& cases) {
    const auto closes = [&cases](const std::string& what, const std::string& bytes,
                                 std::vector<Event> expect) {
        cases.push_back({"7.1 " + what, bytes, std::move(expect), true});
    };
    closes("close without a code", close().bytes(), {closeEvent(0)});
    closes("close with a code", close(1000).bytes(), {closeEvent(1000)});
    closes("close with a reason", close(1000, "done").bytes(), {closeEvent(1000)});
    closes("close with a reason of 123", close(1000, repeated("r", 123)).bytes(), {closeEvent(1000)});
    closes("close with a reason in UTF-8", close(1000, "\xCE\xBA\xE2\x82\xAC\xF0\x9D\x84\x9E").bytes(),
           {closeEvent(1000)});
    closes("message, then close", wire({text("Hello"), close(1000)}), {textEvent("Hello"), closeEvent(1000)});
    closes("ping, then close", wire({ping("p"), close(1000)}), {pongEvent("p"), closeEvent(1000)});
    closes("message after close is ignored", wire({close(1000), text("late")}), {closeEvent(1000)});
    closes("ping after close is ignored", wire({close(1000), ping("late")}), {closeEvent(1000)});
    closes("second close is ignored", wire({close(1000), close(1001)}), {closeEvent(1000)});
    closes("nonsense after close is ignored", close(1000).bytes() + std::string("\xFF\xFF\xFF", 3),
           {closeEvent(1000)});
    closes("fragments after close are ignored", wire({close(1000), text("la").part(), continuation("te")}),
           {closeEvent(1000)});
    closes("close after an unfinished message", wire({text("Hel").part(), close(1001)}), {closeEvent(1001)});
}

void addCodes(std::vector<Case>& cases) {
    constexpr std::array<std::uint16_t, 19> valid{1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012,
                                                  1013, 1014, 3000, 3001, 3500, 3999, 4000, 4500, 4999};
    constexpr std::array<std::uint16_t, 15> invalid{0,    1,    999,  1004, 1005, 1006, 1015, 1016,
                                                    1100, 1999, 2000, 2999, 5000, 9999, 65535};
    for (const std::uint16_t code : valid)
        cases.push_back(
            {"7.4 code " + std::to_string(code), close(code, "why").bytes(), {closeEvent(code)}, true});
    for (const std::uint16_t code : invalid)
        cases.push_back({"7.4 code " + std::to_string(code) + " is none",
                         close(code, "why").bytes(),
                         {closeEvent(1002)}});
}

void addMalformed(std::vector<Case>& cases) {
    const auto closePayload = [](std::string payload) {
        return ClientFrame(protocol::Opcode::Close, std::move(payload)).bytes();
    };
    cases.push_back({"5.5.1 close with half a code", closePayload("\x03"), {closeEvent(1002)}});
    cases.push_back(
        {"5.5.1 close with half a code of 0", closePayload(std::string(1, '\0')), {closeEvent(1002)}});
    cases.push_back(
        {"5.5.1 reason with a lone continuation byte", close(1000, "\x80").bytes(), {closeEvent(1007)}});
    cases.push_back(
        {"5.5.1 reason with a surrogate", close(1000, "\xED\xA0\x80").bytes(), {closeEvent(1007)}});
    cases.push_back({"5.5.1 reason that ends inside a character",
                     close(1000, "why\xE2\x82").bytes(),
                     {closeEvent(1007)}});
    cases.push_back(
        {"5.5.1 reason with an overlong form", close(1000, "\xC0\xAF").bytes(), {closeEvent(1007)}});
    cases.push_back({"7.1.7 nothing is read after an error",
                     wire({text("good"), continuation("bad"), close(1000), text("late")}),
                     {textEvent("good"), closeEvent(1002)}});
}

} // namespace

std::vector<Case> closeCases() {
    std::vector<Case> cases;
    addHandshakes(cases);
    addCodes(cases);
    addMalformed(cases);
    return cases;
}

} // namespace chinwag::test
