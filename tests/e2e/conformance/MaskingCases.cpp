// RFC 6455 sections 5.1 and 5.3: a client masks every frame, with any key.
#include "conformance/Case.h"

namespace chinwag::test {

namespace {

void addKeys(std::vector<Case>& cases) {
    const std::string payload = "every byte of the key takes part, and so does the rest";
    for (const std::uint32_t key :
         {0x00000000U, 0xFFFFFFFFU, 0x00000001U, 0x80000000U, 0x20202020U, 0x01020304U})
        cases.push_back(
            {"5.3 key " + std::to_string(key), text(payload).masked(key).bytes(), {textEvent(payload)}});
    for (std::size_t length = 1; length <= 9; ++length) {
        const std::string part = payload.substr(0, length);
        cases.push_back({"5.3 key over " + std::to_string(length) + " bytes",
                         text(part).masked(0xA1B2C3D4U).bytes(),
                         {textEvent(part)}});
    }
    cases.push_back({"5.3 a new key for every frame",
                     wire({text("one").masked(1), text("two").masked(0xDEADBEEFU), text("three").masked(0)}),
                     {textEvent("one"), textEvent("two"), textEvent("three")}});
    cases.push_back({"5.3 a new key for every fragment",
                     wire({text("on").part().masked(7), ping("p").masked(0x01010101U),
                           continuation("e me").part().masked(0xDEADBEEFU), continuation("ssage").masked(0)}),
                     {pongEvent("p"), textEvent("one message")}});
}

void addUnmasked(std::vector<Case>& cases) {
    const auto refused = [&cases](const std::string& what, const std::string& bytes) {
        cases.push_back({"5.1 unmasked " + what, bytes, {closeEvent(1002)}});
    };
    refused("text", text("Hello").unmasked().bytes());
    refused("empty text", text("").unmasked().bytes());
    refused("binary", binary("Hello").unmasked().bytes());
    refused("long text", text(repeated("x", 300)).unmasked().bytes());
    refused("ping", ping("Hello").unmasked().bytes());
    refused("pong", pong().unmasked().bytes());
    refused("close", close(1000).unmasked().bytes());
    refused("continuation", wire({text("He").part(), continuation("llo").unmasked()}));
    cases.push_back({"5.1 unmasked text after a masked one",
                     wire({text("good"), text("bad").unmasked(), text("never seen")}),
                     {textEvent("good"), closeEvent(1002)}});
}

} // namespace

std::vector<Case> maskingCases() {
    std::vector<Case> cases;
    addKeys(cases);
    addUnmasked(cases);
    return cases;
}

} // namespace chinwag::test
