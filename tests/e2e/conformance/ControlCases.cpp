// RFC 6455 section 5.5: pings, pongs and the shape of control frames.
#include "conformance/Case.h"

namespace chinwag::test {

namespace {

using Length = ClientFrame::Length;

void addPings(std::vector<Case>& cases) {
    const std::string longest = repeated("p", 125);
    const std::string bytes("\x00\xFF\xFE\xC0\x80\x00", 6);
    cases.push_back({"5.5.2 empty ping", ping().bytes(), {pongEvent("")}});
    cases.push_back({"5.5.2 ping with a payload", ping("Hello").bytes(), {pongEvent("Hello")}});
    cases.push_back({"5.5.2 ping that is no text", ping(bytes).bytes(), {pongEvent(bytes)}});
    cases.push_back({"5.5.2 ping of 125", ping(longest).bytes(), {pongEvent(longest)}});
    cases.push_back({"5.5.2 ping around a message",
                     wire({ping("before"), text("Hello"), ping("after")}),
                     {pongEvent("before"), textEvent("Hello"), pongEvent("after")}});
    Case many{"5.5.2 ten pings in order", {}, {}};
    for (int i = 0; i < 10; ++i) {
        many.send += ping(std::to_string(i)).bytes();
        many.expect.push_back(pongEvent(std::to_string(i)));
    }
    cases.push_back(std::move(many));
}

void addPongs(std::vector<Case>& cases) {
    const auto ignored = [&cases](const std::string& what, const ClientFrame& frame) {
        cases.push_back({"5.5.3 " + what, wire({frame, text("still here")}), {textEvent("still here")}});
    };
    ignored("unasked pong", pong("unasked"));
    ignored("unasked empty pong", pong());
    ignored("unasked pong of 125", pong(repeated("p", 125)));
    cases.push_back({"5.5.3 pong for a ping that was never sent",
                     wire({ping("a"), pong("b"), ping("c")}),
                     {pongEvent("a"), pongEvent("c")}});
}

void addShapes(std::vector<Case>& cases) {
    const auto refused = [&cases](const std::string& what, const ClientFrame& frame) {
        cases.push_back({"5.5 " + what, frame.bytes(), {closeEvent(1002)}});
    };
    const std::string tooLong = repeated("c", 126);
    refused("ping of 126", ping(tooLong));
    refused("pong of 126", pong(tooLong));
    refused("close of 126", close(1000, repeated("c", 124)));
    refused("ping of 65536", ping(repeated("c", 65536)));
    refused("ping announced with 16 bits", ping("Hello").encoded(Length::Bits16));
    refused("ping announced with 64 bits", ping("Hello").encoded(Length::Bits64));
    refused("pong announced with 16 bits", pong("").encoded(Length::Bits16));
    refused("unfinished ping", ping("Hello").part());
    refused("unfinished empty ping", ping().part());
    refused("unfinished pong", pong("Hello").part());
    refused("unfinished close", close(1000).part());
    cases.push_back(
        {"5.5 fragmented ping", wire({ping("He").part(), continuation("llo")}), {closeEvent(1002)}});
    cases.push_back({"5.5 unfinished ping inside a message",
                     wire({text("He").part(), ping().part(), continuation("llo")}),
                     {closeEvent(1002)}});
    // The header alone condemns it: a server need not wait for the payload.
    cases.push_back(
        {"5.5 ping of 126, the header only", ping("").announcing(126).bytes(), {closeEvent(1002)}});
}

} // namespace

std::vector<Case> controlCases() {
    std::vector<Case> cases;
    addPings(cases);
    addPongs(cases);
    addShapes(cases);
    return cases;
}

} // namespace chinwag::test
