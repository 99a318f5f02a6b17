#include "auth/TokenKeys.h"

#include "auth/Base64Url.h"
#include "auth/TokenJson.h"
#include "protocol/Json.h"

#include <algorithm>
#include <optional>

namespace chinwag::auth {

namespace {

using rapidjson::Value;

// Each is tried for a token that does not name its key.
constexpr std::size_t maxKeys = 64;

std::string_view textMember(const Value& object, std::string_view name) {
    return textOf(protocol::member(object, name));
}

std::optional<TokenKeyKind> curveNamed(std::string_view name) {
    if (name == "P-256")
        return TokenKeyKind::P256;
    if (name == "P-384")
        return TokenKeyKind::P384;
    if (name == "P-521")
        return TokenKeyKind::P521;
    return std::nullopt;
}

// RFC 7517 section 5 wants to be left out what is not understood, incomplete or out of range.
bool isForTokens(const Value& key) {
    const auto type = textMember(key, "kty");
    if (type == "EC" && !curveNamed(textMember(key, "crv")))
        return false;
    if (type != "RSA" && type != "EC" && type != "oct")
        return false;
    const auto use = textMember(key, "use");
    if (!use.empty() && use != "sig")
        return false;
    const auto algorithm = textMember(key, "alg");
    if (!algorithm.empty() && !tokenAlgorithm(algorithm))
        return false;
    const auto* const operations = protocol::member(key, "key_ops");
    if (operations == nullptr || !operations->IsArray())
        return true;
    const auto list = operations->GetArray();
    return std::any_of(list.begin(), list.end(), [](const Value& one) { return textOf(&one) == "verify"; });
}

TokenKey::Made keyFrom(const Value& key) {
    const auto type = textMember(key, "kty");
    const bool isRsa = type == "RSA";
    const bool isSecret = type == "oct";
    const auto first = fromBase64Url(textMember(key, isSecret ? "k" : isRsa ? "n" : "x"));
    const auto second = fromBase64Url(textMember(key, isRsa ? "e" : "y"));
    if (!first || !second || first->empty() || (!isSecret && second->empty()))
        return "a number is missing or is not base64url";
    if (isSecret)
        return TokenKey::fromSecret(*first);
    if (isRsa)
        return TokenKey::fromRsa(*first, *second);
    return TokenKey::fromPoint(*curveNamed(textMember(key, "crv")), *first, *second);
}

} // namespace

bool TokenKeys::verify(TokenAlgorithm algorithm, std::string_view id, std::string_view text,
                       std::string_view signature) const {
    return std::any_of(keys_.begin(), keys_.end(), [&](const TokenKey& key) {
        return (id.empty() || key.id().empty() || key.id() == id) && key.verify(algorithm, text, signature);
    });
}

std::variant<std::vector<TokenKey>, std::string> parseKeySet(std::string_view json) {
    const auto document = parseStrictObject(json);
    const auto* const list = document ? protocol::member(*document, "keys") : nullptr;
    if (list == nullptr || !list->IsArray())
        return std::string("is no JWK set: it must be an object with the list \"keys\", no member twice");
    std::vector<TokenKey> keys;
    std::string fault; // of the first key that is for tokens and no good
    std::size_t place = 0;
    for (const Value& one : list->GetArray()) {
        ++place;
        if (!isForTokens(one))
            continue;
        auto made = keyFrom(one);
        if (const auto* const what = std::get_if<std::string>(&made)) {
            if (fault.empty())
                fault = "key " + std::to_string(place) + ": " + *what;
            continue;
        }
        keys.push_back(std::get<TokenKey>(made).named(std::string(textMember(one, "kid")),
                                                      tokenAlgorithm(textMember(one, "alg"))));
    }
    if (keys.empty())
        return fault.empty() ? "has no key that tokens are verified with" : fault;
    if (keys.size() > maxKeys)
        return "has more than " + std::to_string(maxKeys) + " keys";
    return keys;
}

} // namespace chinwag::auth
