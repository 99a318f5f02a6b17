// RFC 6455 sections 7.4.1 and 10.4: a message over the limit is refused with 1009, as early as it is known.
#include "conformance/Case.h"

namespace chinwag::test {

std::vector<Case> limitCases() {
    std::vector<Case> cases;
    const auto refused = [&cases](const std::string& what, const std::string& bytes) {
        cases.push_back({"10.4 " + what, bytes, {closeEvent(1009)}});
    };
    const std::string over = repeated("x", messageLimit + 1);
    refused("text one byte over", text(over).bytes());
    refused("binary one byte over", binary(over).bytes());
    refused("one byte over, the header only", text("").announcing(messageLimit + 1).bytes());
    refused("four GiB, the header only", binary("").announcing(1ULL << 32).bytes());
    refused("the greatest length there is, the header only", binary("").announcing((1ULL << 63) - 1).bytes());
    refused("last fragment one byte over, its header only",
            text(repeated("x", messageLimit - 10)).part().bytes() + continuation("").announcing(11).bytes());
    refused("endless fragments",
            text(repeated("x", messageLimit)).part().bytes() + continuation("y").part().bytes());

    const std::string half = repeated("h", messageLimit / 2);
    cases.push_back({"10.4 fragments that reach the limit exactly",
                     wire({text(half).part(), continuation(half), ping("alive")}),
                     {textEvent(half + half), pongEvent("alive")}});
    cases.push_back({"10.4 the limit counts bytes, not characters",
                     text(repeated("\xE2\x82\xAC", messageLimit / 3)).bytes(),
                     {textEvent(repeated("\xE2\x82\xAC", messageLimit / 3))}});
    refused("characters fewer but bytes more than the limit",
            text(repeated("\xE2\x82\xAC", messageLimit / 3 + 1)).bytes());
    cases.push_back({"10.4 too big after a good message",
                     text("good").bytes() + text(over).bytes(),
                     {textEvent("good"), closeEvent(1009)}});
    return cases;
}

} // namespace chinwag::test
