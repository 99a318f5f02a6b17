#include "auth/TokenVerifier.h"

#include "auth/Base64Url.h"
#include "auth/ClaimReader.h"
#include "auth/TokenJson.h"
#include "protocol/Json.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace chinwag::auth {

namespace {

using rapidjson::Value;

TokenError invalid(std::string text) {
    return {TokenError::Kind::Invalid, std::move(text)};
}

// The parts of the compact form (RFC 7515 section 3.1), still encoded.
struct Parts {
    std::string_view header;
    std::string_view payload;
    std::string_view signature;
    std::string_view signedText; // header and payload with the dot between them
};

std::optional<Parts> split(std::string_view token) {
    const auto first = token.find('.');
    const auto last = token.rfind('.');
    if (first == last || token.find('.', first + 1) != last)
        return std::nullopt;
    return Parts{token.substr(0, first), token.substr(first + 1, last - first - 1), token.substr(last + 1),
                 token.substr(0, last)};
}

struct Header {
    TokenAlgorithm algorithm;
    std::string keyId;
};

std::variant<Header, TokenError> readHeader(std::string_view encoded) {
    const auto text = fromBase64Url(encoded);
    const auto header = text ? parseStrictObject(*text) : std::nullopt;
    if (!header)
        return invalid("the token's header is no JSON object in base64url");
    // It names extensions that must be understood, and none is.
    if (protocol::member(*header, "crit") != nullptr)
        return invalid("the token needs extensions that are not known here");
    const auto algorithm = tokenAlgorithm(textOf(protocol::member(*header, "alg")));
    if (!algorithm)
        return invalid("the token is not signed in a way that is accepted here");
    const auto* const id = protocol::member(*header, "kid");
    if (id != nullptr && !id->IsString())
        return invalid("the token's key id is no text");
    return Header{*algorithm, std::string(textOf(id))};
}

bool isFor(const Value& payload, std::string_view audience) {
    const auto* const claim = protocol::member(payload, "aud");
    if (claim == nullptr)
        return false;
    if (!claim->IsArray())
        return claim->IsString() && textOf(claim) == audience;
    const auto list = claim->GetArray();
    return std::any_of(list.begin(), list.end(),
                       [&](const Value& one) { return one.IsString() && textOf(&one) == audience; });
}

std::optional<TokenError> faultOfOrigin(const Value& payload, const TokenRules& rules) {
    const auto* const issuer = protocol::member(payload, "iss");
    if (!rules.issuer.empty() && textOf(issuer) != rules.issuer)
        return invalid("the token is not of an issuer that is accepted here");
    if (!rules.audience.empty() && !isFor(payload, rules.audience))
        return invalid("the token is meant for somebody else");
    return std::nullopt;
}

} // namespace

void TokenVerifier::setRules(TokenRules rules) {
    auto next = std::make_shared<const TokenRules>(std::move(rules));
    const std::scoped_lock lock(mutex_);
    rules_.swap(next);
}

std::shared_ptr<const TokenRules> TokenVerifier::rules() const {
    const std::scoped_lock lock(mutex_);
    return rules_;
}

bool TokenVerifier::isRevoked(const std::string& id, Time now) const {
    if (id.empty())
        return false;
    TokenClaims claims;
    claims.id = id;
    return revocations_.isRevoked(claims, now);
}

VerifiedToken TokenVerifier::verify(std::string_view token, Time now, TokenUse use) const {
    if (token.size() > maxTokenBytes)
        return invalid("the token is longer than " + std::to_string(maxTokenBytes) + " bytes");
    const auto parts = split(token);
    if (!parts)
        return invalid("the token is no JWT: it must have three parts");
    const auto header = readHeader(parts->header);
    if (const auto* const fault = std::get_if<TokenError>(&header))
        return *fault;
    const auto& [algorithm, keyId] = std::get<Header>(header);
    const auto signature = fromBase64Url(parts->signature);
    const auto current = rules();
    if (!signature || !current->keys.verify(algorithm, keyId, parts->signedText, *signature))
        return invalid("the token is not signed with a key that is known here");
    const auto text = fromBase64Url(parts->payload);
    const auto payload = text ? parseStrictObject(*text) : std::nullopt;
    if (!payload)
        return invalid("the token's claims are no JSON object in base64url");
    if (auto fault = faultOfOrigin(*payload, *current))
        return *fault;
    auto claims = readClaims(*payload, current->leeway, now);
    const auto* const right = std::get_if<TokenClaims>(&claims);
    if (right != nullptr && revocations_.isRevoked(*right, now))
        return invalid("the token has been revoked");
    if (right != nullptr && right->channel.empty() != (use == TokenUse::Connection))
        return invalid(use == TokenUse::Connection ? "the token is for one channel alone"
                                                   : "the token is for no channel");
    return claims;
}

} // namespace chinwag::auth
