#include "protocol/Nickname.h"

#include "protocol/ChatRules.h"
#include "protocol/Utf8Validator.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <algorithm>

namespace chinwag::protocol {

namespace {

// More than this is no nickname in any form.
constexpr std::size_t mostBytes = maxNicknameCharacters * 16;

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

icu::UnicodeString fromUtf8(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string toUtf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

using NormalForm = const icu::Normalizer2* (*)(UErrorCode&);

// Nothing when ICU cannot, for want of memory or of its data.
std::optional<icu::UnicodeString> normalized(const icu::UnicodeString& text, NormalForm form) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* const normalizer = form(status);
    if (U_FAILURE(status))
        return std::nullopt;
    auto out = normalizer->normalize(text, status);
    return U_SUCCESS(status) ? std::optional(std::move(out)) : std::nullopt;
}

icu::UnicodeString folded(const icu::UnicodeString& text) {
    return normalized(text, icu::Normalizer2::getNFKCCasefoldInstance).value_or(text);
}

icu::UnicodeString skeleton(const icu::UnicodeString& text) {
    // Made once and from then on only read, which any thread may.
    static const icu::LocalUSpoofCheckerPointer checker([] {
        UErrorCode status = U_ZERO_ERROR;
        auto* const made = uspoof_open(&status);
        return U_SUCCESS(status) ? made : nullptr;
    }());
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString out;
    if (checker.isNull())
        return text;
    uspoof_getSkeletonUnicodeString(checker.getAlias(), 0, text, out, &status);
    return U_SUCCESS(status) ? out : text;
}

} // namespace

std::optional<std::string> readNickname(std::string_view text) {
    std::string name(text);
    if (!isAscii(text)) {
        if (text.size() > mostBytes || !Utf8Validator::isValid(text))
            return std::nullopt;
        const auto composed = normalized(fromUtf8(text), icu::Normalizer2::getNFCInstance);
        if (!composed)
            return std::nullopt;
        name = toUtf8(*composed);
    }
    return isValidNickname(name) ? std::optional(std::move(name)) : std::nullopt;
}

Skeletons skeletonsOf(std::string_view name) {
    const auto text = fromUtf8(name);
    return {toUtf8(skeleton(folded(text))), toUtf8(folded(skeleton(text)))};
}

} // namespace chinwag::protocol
