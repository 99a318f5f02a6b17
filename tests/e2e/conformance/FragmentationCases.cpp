// RFC 6455 section 5.4: fragments and what may stand between them.
#include "conformance/Case.h"

namespace chinwag::test {

namespace {

void addWhole(std::vector<Case>& cases) {
    const auto whole = [&cases](const std::string& what, const std::string& bytes, std::string_view message) {
        cases.push_back({"5.4 " + what, bytes, {textEvent(message)}});
    };
    whole("two fragments", wire({text("Hel").part(), continuation("lo")}), "Hello");
    whole("three fragments", wire({text("H").part(), continuation("ell").part(), continuation("o")}),
          "Hello");
    whole("empty first fragment", wire({text("").part(), continuation("Hello")}), "Hello");
    whole("empty last fragment", wire({text("Hello").part(), continuation("")}), "Hello");
    whole("empty middle fragment", wire({text("Hel").part(), continuation("").part(), continuation("lo")}),
          "Hello");
    whole("nothing but empty fragments", wire({text("").part(), continuation("").part(), continuation("")}),
          "");
    for (const std::size_t size :
         {std::size_t{125}, std::size_t{126}, std::size_t{4096}, std::size_t{32768}}) {
        const std::string half = repeated("h", size);
        whole("two fragments of " + std::to_string(size), wire({text(half).part(), continuation(half)}),
              half + half);
    }
    std::string twenty = text("0").part().bytes();
    for (int i = 1; i < 19; ++i)
        twenty += continuation(std::to_string(i % 10)).part().bytes();
    whole("twenty fragments", twenty + continuation("!").bytes(), "0123456789012345678!");
    cases.push_back({"5.4 fragmented binary",
                     wire({binary(std::string("\0\xFF", 2)).part(), continuation("\x80")}),
                     {binaryEvent(std::string("\0\xFF\x80", 3))}});
    cases.push_back({"5.4 two fragmented messages in turn",
                     wire({text("on").part(), continuation("e"), binary("tw").part(), continuation("o")}),
                     {textEvent("one"), binaryEvent("two")}});
}

void addBetween(std::vector<Case>& cases) {
    cases.push_back({"5.4 ping between fragments",
                     wire({text("Hel").part(), ping("now"), continuation("lo")}),
                     {pongEvent("now"), textEvent("Hello")}});
    cases.push_back({"5.4 pings between all fragments",
                     wire({text("H").part(), ping("1"), continuation("ell").part(), ping("2"), ping("3"),
                           continuation("o"), ping("4")}),
                     {pongEvent("1"), pongEvent("2"), pongEvent("3"), textEvent("Hello"), pongEvent("4")}});
    cases.push_back({"5.4 pong between fragments",
                     wire({text("Hel").part(), pong("unasked"), continuation("lo")}),
                     {textEvent("Hello")}});
    cases.push_back({"5.4 ping between binary fragments",
                     wire({binary("Hel").part(), ping(), continuation("lo")}),
                     {pongEvent(""), binaryEvent("Hello")}});
    cases.push_back({"5.4 close between fragments drops the message",
                     wire({text("Hel").part(), close(1000), continuation("lo")}),
                     {closeEvent(1000)},
                     true});
}

void addRefused(std::vector<Case>& cases) {
    const auto refused = [&cases](const std::string& what, const std::string& bytes) {
        cases.push_back({"5.4 " + what, bytes, {closeEvent(1002)}});
    };
    refused("continuation of nothing", continuation("Hello").bytes());
    refused("empty continuation of nothing", continuation("").bytes());
    refused("unfinished continuation of nothing", continuation("Hello").part().bytes());
    refused("continuation of nothing, then a message", wire({continuation("He").part(), text("llo")}));
    refused("text inside a fragmented text", wire({text("He").part(), text("llo")}));
    refused("unfinished text inside a fragmented text", wire({text("He").part(), text("llo").part()}));
    refused("binary inside a fragmented text", wire({text("He").part(), binary("llo")}));
    refused("text inside a fragmented binary", wire({binary("He").part(), text("llo")}));
    refused("empty text inside a fragmented text", wire({text("").part(), text("")}));
    refused("text after two fragments", wire({text("He").part(), continuation("l").part(), text("lo")}));
    cases.push_back({"5.4 continuation after a whole message",
                     wire({text("Hello"), continuation("more")}),
                     {textEvent("Hello"), closeEvent(1002)}});
    cases.push_back({"5.4 continuation after a fragmented message",
                     wire({text("Hel").part(), continuation("lo"), continuation("more")}),
                     {textEvent("Hello"), closeEvent(1002)}});
    cases.push_back({"5.4 a ping does not end a message",
                     wire({text("He").part(), ping("p"), text("llo")}),
                     {pongEvent("p"), closeEvent(1002)}});
}

} // namespace

std::vector<Case> fragmentationCases() {
    std::vector<Case> cases;
    addWhole(cases);
    addBetween(cases);
    addRefused(cases);
    return cases;
}

} // namespace chinwag::test
