// Any text as a token, as a token's claims and header under a right signature, and as a key set.
#include "FuzzInput.h"
#include "auth/Base64Url.h"
#include "auth/TokenVerifier.h"
#include "protocol/Json.h"
#include "protocol/Utf8Validator.h"

#include <chrono>
#include <string>
#include <variant>

using namespace chinwag;
using auth::TokenClaims;
using auth::TokenError;
using auth::TokenKey;
using fuzz::require;

namespace {

const auth::TokenVerifier::Time now{std::chrono::seconds(1'700'000'000)};
constexpr std::chrono::seconds leeway{5};

const TokenKey& key() {
    static const auto made =
        std::get<TokenKey>(TokenKey::fromSecret("a secret of at least thirty-two bytes"));
    return made;
}

const auth::TokenVerifier& verifier() {
    static const auth::TokenVerifier one({true, auth::TokenKeys({key()}), {}, {}, leeway});
    return one;
}

void checkClaims(const TokenClaims& claims) {
    for (const auto* const name : {&claims.user, &claims.id}) {
        require(name->size() <= auth::TokenVerifier::maxNameBytes, "names are short");
        require(name->find_first_of(std::string("\r\n\0", 3)) == std::string::npos, "names are one line");
        require(protocol::Utf8Validator::isValid(*name), "names are UTF-8");
    }
    require(claims.info.empty() || protocol::parseJson(claims.info).has_value(), "info is JSON");
    const auto isJsonOrEmpty = [](const std::string& text) {
        return text.empty() || protocol::parseJson(text).has_value();
    };
    require(isJsonOrEmpty(claims.data), "data is JSON");
    for (const auto& [channel, options] : claims.subs)
        require(isJsonOrEmpty(options.info) && isJsonOrEmpty(options.data), "what is told is JSON");
    require(!claims.issuedAt || *claims.issuedAt <= now + leeway, "it was issued before");
    require(claims.validUntil.has_value() == claims.expiresAt.has_value(), "an end has a leeway");
    require(!claims.validUntil || now < *claims.validUntil, "its time is not over");
}

// Nobody but who has the key can make one that is right.
void checkForged(std::string_view text) {
    const auto verified = verifier().verify(text, now);
    const auto* const error = std::get_if<TokenError>(&verified);
    require(error != nullptr && error->kind == TokenError::Kind::Invalid, "a forged token is refused");
    require(error->text.find_first_of("\"\\\r\n") == std::string::npos, "an error text fits into a header");
}

void checkSigned(std::string_view header, std::string_view claims) {
    const auto text = auth::base64Url(header) + '.' + auth::base64Url(claims);
    const auto signature = key().sign(auth::TokenAlgorithm::HS256, text);
    const auto verified = verifier().verify(text + '.' + auth::base64Url(signature), now);
    if (const auto* const right = std::get_if<TokenClaims>(&verified))
        checkClaims(*right);
}

void checkBase64(std::string_view text) {
    if (const auto bytes = auth::fromBase64Url(text))
        require(auth::base64Url(*bytes) == text, "every value has one text only");
    require(auth::fromBase64Url(auth::base64Url(text)) == text, "what was written is read");
}

void checkKeySet(std::string_view text) {
    const auto parsed = auth::parseKeySet(text);
    const auto* const keys = std::get_if<std::vector<TokenKey>>(&parsed);
    require(keys == nullptr || !keys->empty(), "a key set has keys");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const auto what = input.byte();
    const auto text = input.rest();
    switch (what % 4) {
    case 0: checkForged(text); break;
    case 1: checkSigned(R"({"alg":"HS256"})", text); break;
    case 2: checkSigned(text, R"({"sub":"anna"})"); break;
    default: checkKeySet(text); break;
    }
    checkBase64(text);
    return 0;
}
