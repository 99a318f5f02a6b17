#include "auth/TokenSigner.h"

#include "auth/Base64Url.h"
#include "auth/TokenKey.h"
#include "protocol/Json.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace chinwag::auth {

namespace {

constexpr std::string_view signedHeader = R"({"typ":"JWT","alg":"HS256"})";

void writeTime(protocol::JsonObjectWriter& object, std::string_view name,
               const std::optional<TokenClaims::Time>& time) {
    if (!time)
        return;
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time->time_since_epoch()).count();
    object.number(name, static_cast<std::uint64_t>(seconds));
}

void writeText(protocol::JsonObjectWriter& object, std::string_view name, const std::string& text) {
    if (!text.empty())
        object.text(name, text);
}

std::string payload(const TokenClaims& claims, const std::string& audience, const std::string& issuer) {
    std::string out;
    {
        protocol::JsonObjectWriter object(out);
        object.text("sub", claims.user);
        writeText(object, "jti", claims.id);
        writeTime(object, "iat", claims.issuedAt);
        writeTime(object, "exp", claims.expiresAt);
        writeText(object, "aud", audience);
        writeText(object, "iss", issuer);
        writeText(object, "channel", claims.channel);
        if (!claims.info.empty())
            object.json("info", claims.info);
    }
    return out;
}

} // namespace

std::string signToken(const std::string& secret, const TokenClaims& claims, const std::string& audience,
                      const std::string& issuer) {
    const auto made = TokenKey::fromSecret(secret);
    const auto* const key = std::get_if<TokenKey>(&made);
    if (key == nullptr)
        return {};
    const auto text = base64Url(signedHeader) + '.' + base64Url(payload(claims, audience, issuer));
    return text + '.' + base64Url(key->sign(TokenAlgorithm::HS256, text));
}

} // namespace chinwag::auth
