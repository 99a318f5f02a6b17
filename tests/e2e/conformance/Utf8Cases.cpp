// RFC 6455 section 8.1 and RFC 3629: text is valid UTF-8, judged over fragments and as early as possible.
#include "conformance/Case.h"

#include <string>

namespace chinwag::test {

using namespace std::string_literals;

namespace {

struct Sample {
    const char* name;
    std::string bytes;
};

const std::vector<Sample>& validTexts() {
    static const std::vector<Sample> samples{
        {"NUL", "a\0b"s},
        {"control characters", "\x01\x1F\x7F"},
        {"U+0080, the first of two bytes", "\xC2\x80"},
        {"U+07FF, the last of two bytes", "\xDF\xBF"},
        {"U+0800, the first of three bytes", "\xE0\xA0\x80"},
        {"U+D7FF, before the surrogates", "\xED\x9F\xBF"},
        {"U+E000, after the surrogates", "\xEE\x80\x80"},
        {"U+FFFD, the replacement character", "\xEF\xBF\xBD"},
        {"U+FFFE, a noncharacter", "\xEF\xBF\xBE"},
        {"U+FFFF, the last of three bytes", "\xEF\xBF\xBF"},
        {"U+10000, the first of four bytes", "\xF0\x90\x80\x80"},
        {"U+3FFFF, a noncharacter of a higher plane", "\xF0\xBF\xBF\xBF"},
        {"U+10FFFF, the last of all", "\xF4\x8F\xBF\xBF"},
        {"a leading U+FEFF stays", "\xEF\xBB\xBF"
                                   "Hello"},
        {"U+FEFF alone", "\xEF\xBB\xBF"},
        {"U+FEFF in the middle", "a\xEF\xBB\xBF"
                                 "b"},
        {"Greek", "\xCE\xBA\xE1\xBD\xB9\xCF\x83\xCE\xBC\xCE\xB5"},
        {"a family of emoji joined", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"},
        {"line endings of all kinds", "a\r\nb\nc\rd\xE2\x80\xA8"
                                      "e"},
        {"a combining accent", "e\xCC\x81"},
    };
    return samples;
}

const std::vector<Sample>& invalidTexts() {
    static const std::vector<Sample> samples{
        {"lone first continuation byte", "\x80"},
        {"lone last continuation byte", "\xBF"},
        {"two continuation bytes", "\x80\xBF"},
        {"six continuation bytes", "\x80\xBF\x80\xBF\x80\xBF"},
        {"two bytes, then a space", "\xC3 "},
        {"two-byte lead twice", "\xC3\xC3"},
        {"bad second byte of two", "\xC3\x28"},
        {"bad second byte of three", "\xE2\x28\xA1"},
        {"bad third byte of three", "\xE2\x82\x28"},
        {"bad second byte of four", "\xF0\x28\x8C\xBC"},
        {"bad third byte of four", "\xF0\x90\x28\xBC"},
        {"bad fourth byte of four", "\xF0\x90\x8C\x28"},
        {"overlong slash in two", "\xC0\xAF"},
        {"overlong slash in three", "\xE0\x80\xAF"},
        {"overlong slash in four", "\xF0\x80\x80\xAF"},
        {"overlong slash in five", "\xF8\x80\x80\x80\xAF"},
        {"overlong slash in six", "\xFC\x80\x80\x80\x80\xAF"},
        {"overlong NUL in two", "\xC0\x80"},
        {"overlong NUL in three", "\xE0\x80\x80"},
        {"overlong NUL in four", "\xF0\x80\x80\x80"},
        {"greatest overlong in two", "\xC1\xBF"},
        {"greatest overlong in three", "\xE0\x9F\xBF"},
        {"greatest overlong in four", "\xF0\x8F\xBF\xBF"},
        {"greatest overlong in five", "\xF8\x87\xBF\xBF\xBF"},
        {"greatest overlong in six", "\xFC\x83\xBF\xBF\xBF\xBF"},
        {"U+D800, a high surrogate", "\xED\xA0\x80"},
        {"U+DB7F, a high surrogate", "\xED\xAD\xBF"},
        {"U+DBFF, a high surrogate", "\xED\xAF\xBF"},
        {"U+DC00, a low surrogate", "\xED\xB0\x80"},
        {"U+DFFF, a low surrogate", "\xED\xBF\xBF"},
        {"a pair of surrogates", "\xED\xA0\x80\xED\xB0\x80"},
        {"U+110000, beyond Unicode", "\xF4\x90\x80\x80"},
        {"U+1FFFFF, beyond Unicode", "\xF7\xBF\xBF\xBF"},
        {"five bytes", "\xF8\x88\x80\x80\x80"},
        {"six bytes", "\xFC\x84\x80\x80\x80\x80"},
        {"byte F5", "\xF5\x80\x80\x80"},
        {"byte FE", "\xFE"},
        {"byte FF", "\xFF"},
        {"FE FE FF FF", "\xFE\xFE\xFF\xFF"},
        {"UTF-16 byte order mark", "\xFF\xFEH\0i\0"s},
        {"Latin-1", "caf\xE9 au lait"},
    };
    return samples;
}

const std::vector<Sample>& unfinishedTexts() {
    static const std::vector<Sample> samples{
        {"one byte of two", "\xC3"},        {"one byte of three", "\xE2"},
        {"two bytes of three", "\xE2\x82"}, {"one byte of four", "\xF0"},
        {"two bytes of four", "\xF0\x90"},  {"three bytes of four", "\xF0\x90\x8C"},
    };
    return samples;
}

void addValid(std::vector<Case>& cases) {
    for (const Sample& sample : validTexts())
        cases.push_back(
            {"8.1 valid: "s + sample.name, text(sample.bytes).bytes(), {textEvent(sample.bytes)}});
    cases.push_back(
        {"8.1 binary need not be text", binary("\xFF\xFE\x80").bytes(), {binaryEvent("\xFF\xFE\x80")}});
}

void addInvalid(std::vector<Case>& cases) {
    const auto refused = [&cases](const std::string& what, const std::string& bytes) {
        cases.push_back({"8.1 invalid: " + what, bytes, {closeEvent(1007)}});
    };
    for (const Sample& sample : invalidTexts()) {
        const std::string name = sample.name;
        refused(name, text(sample.bytes).bytes());
        refused(name + ", inside", text("12345678 before " + sample.bytes + " after").bytes());
        refused(name + ", found before the last fragment", text(sample.bytes).part().bytes());
    }
    for (const Sample& sample : unfinishedTexts()) {
        const std::string name = sample.name;
        refused(name, text(sample.bytes).bytes());
        refused(name + ", in the last fragment", wire({text("Hello").part(), continuation(sample.bytes)}));
        refused(name + ", then an empty last fragment", wire({text(sample.bytes).part(), continuation("")}));
    }
    refused("found before the frame is complete", text("Hello \xFF").announcing(5000).bytes());
    refused("found in the middle fragment before the last",
            wire({text("Hello").part(), continuation("\xED\xA0\x80").part()}));
    refused("character split over fragments, second half wrong",
            wire({text("\xE2\x82").part(), continuation("\x28")}));
    cases.push_back({"8.1 invalid after a good message",
                     wire({text("good"), text("\xC0\xAF"), text("late")}),
                     {textEvent("good"), closeEvent(1007)}});
}

// The same text cut into fragments at every byte, also inside its characters.
void addSplits(std::vector<Case>& cases) {
    const std::string message = "a\xC3\xA9\xE2\x82\xAC\xF0\x9D\x84\x9E\xEF\xBB\xBFz";
    for (std::size_t at = 0; at <= message.size(); ++at)
        cases.push_back({"8.1 split at byte " + std::to_string(at),
                         wire({text(message.substr(0, at)).part(), continuation(message.substr(at))}),
                         {textEvent(message)}});
    Case every{"8.1 a fragment for every byte", text("").part().bytes(), {textEvent(message)}};
    Case pinged{"8.1 a fragment and a ping for every byte", text("").part().bytes(), {}};
    for (const char byte : message) {
        every.send += continuation(std::string(1, byte)).part().bytes();
        pinged.send += continuation(std::string(1, byte)).part().bytes() + ping("p").bytes();
        pinged.expect.push_back(pongEvent("p"));
    }
    every.send += continuation("").bytes();
    pinged.send += continuation("").bytes();
    pinged.expect.push_back(textEvent(message));
    cases.push_back(std::move(every));
    cases.push_back(std::move(pinged));
}

} // namespace

std::vector<Case> utf8Cases() {
    std::vector<Case> cases;
    addValid(cases);
    addInvalid(cases);
    addSplits(cases);
    return cases;
}

} // namespace chinwag::test
