#include "app/TokenVerb.h"

#include "app/ExitCode.h"
#include "app/Output.h"
#include "app/TokenSetup.h"
#include "auth/TokenSigner.h"
#include "config/Units.h"
#include "protocol/Json.h"

#include <QString>

#include <chrono>
#include <optional>
#include <string>
#include <variant>

namespace chinwag::app {

namespace {

using auth::TokenClaims;

constexpr std::chrono::seconds shortestLife{1};
constexpr std::chrono::hours longestLife{87'600}; // ten years

// Only what the server would take is worth printing, so it judges.
std::optional<QString> faultOf(const std::string& token, auth::TokenUse use,
                               const config::AuthSettings& settings, TokenClaims::Time now) {
    auto rules = tokenRules(settings);
    if (const auto* const fault = std::get_if<config::Fault>(&rules))
        return QString::fromStdString(config::toString(*fault));
    const auth::TokenVerifier verifier(std::get<auth::TokenRules>(std::move(rules)));
    const auto verified = verifier.verify(token, now, use);
    if (const auto* const error = std::get_if<auth::TokenError>(&verified))
        return QString::fromStdString("the server would not take it: " + error->text);
    return std::nullopt;
}

} // namespace

int makeToken(const TokenCommand& command, const config::Settings& settings) {
    if (settings.auth.hmacSecret.empty())
        return failed(QStringLiteral("there is no auth.hmac_secret to sign with"));
    const auto ttl = config::parseDuration(command.ttl);
    if (!ttl || *ttl < shortestLife || *ttl > longestLife)
        return failed(QStringLiteral("--ttl must be a duration from 1s to 87600h, such as 15m or 1h"));
    if (!command.info.empty() && !protocol::parseJson(command.info))
        return failed(QStringLiteral("--info must be JSON"));
    const auto now = std::chrono::system_clock::now();
    TokenClaims claims;
    claims.user = command.user.value_or(std::string());
    claims.channel = command.channel;
    claims.info = command.info;
    claims.issuedAt = now;
    claims.expiresAt = now + *ttl;
    const auto token =
        auth::signToken(settings.auth.hmacSecret, claims, settings.auth.audience, settings.auth.issuer);
    const auto use = claims.channel.empty() ? auth::TokenUse::Connection : auth::TokenUse::Subscription;
    if (const auto fault = faultOf(token, use, settings.auth, now))
        return failed(*fault);
    return printed(token + '\n');
}

} // namespace chinwag::app
