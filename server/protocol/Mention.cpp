#include "protocol/Mention.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>

namespace chinwag::protocol {

namespace {

icu::UnicodeString folded(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}).foldCase();
}

// What would make a name a longer one.
bool isOfName(UChar32 character) {
    return u_isalnum(character) != 0 || character == u'_' || (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
}

} // namespace

bool mentions(std::string_view text, std::string_view nick) {
    // Most messages name nobody.
    if (nick.empty() || text.find('@') == std::string_view::npos)
        return false;
    const auto all = folded(text);
    const auto wanted = folded(nick).insert(0, u'@');
    for (auto at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
        const auto end = at + wanted.length();
        const bool begins = at == 0 || !isOfName(all.char32At(all.moveIndex32(at, -1)));
        const bool ends = end == all.length() || !isOfName(all.char32At(end));
        if (begins && ends)
            return true;
    }
    return false;
}

} // namespace chinwag::protocol
