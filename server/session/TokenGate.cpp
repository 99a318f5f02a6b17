#include "session/TokenGate.h"

#include "protocol/ClientInfo.h"

#include <utility>

namespace chinwag::session {

using protocol::CentrifugeError;

namespace {

Principal principalOf(auth::TokenClaims claims) {
    Principal principal{std::move(claims.user),
                        std::move(claims.info),
                        std::move(claims.id),
                        {claims.expiresAt, claims.validUntil}};
    for (auto& channel : claims.channels)
        principal.channels.push_back({std::move(channel), {}, {}, {}});
    for (auto& [channel, options] : claims.subs)
        principal.channels.push_back(
            {channel, std::move(options.info), std::move(options.data), options.overrides});
    principal.isStaff = claims.isStaff;
    return principal;
}

CentrifugeError errorOf(const auth::TokenError& error, CentrifugeError otherwise) {
    return error.kind == auth::TokenError::Kind::Expired ? CentrifugeError::TokenExpired : otherwise;
}

std::variant<Principal, CentrifugeError> followerOf(const auth::FeedDoor& feed, const std::string& token) {
    auto verified = feed.verify(token, std::chrono::system_clock::now());
    if (const auto* const error = std::get_if<auth::FeedTokenError>(&verified))
        return *error == auth::FeedTokenError::Expired ? CentrifugeError::TokenExpired
                                                       : CentrifugeError::Unauthorized;
    auto& pass = std::get<auth::FeedPass>(verified);
    Principal principal;
    principal.info = protocol::nickInfo(pass.operatorName);
    principal.term = {pass.expiresAt, pass.expiresAt};
    principal.isStaff = true;
    principal.pass = std::make_shared<const auth::FeedPass>(std::move(pass));
    return principal;
}

} // namespace

std::variant<Principal, CentrifugeError> TokenGate::connect(const std::string& token) const {
    if (feed_ != nullptr && auth::FeedDoor::isFeedToken(token))
        return followerOf(*feed_, token);
    // Where nobody has to say who they are and nothing could prove it, what they say does not matter.
    const bool required = verifier_.isRequired();
    if (token.empty() || (!required && !verifier_.hasKeys())) {
        if (required)
            return CentrifugeError::Unauthorized;
        return Principal{};
    }
    auto verified = verifier_.verify(token, std::chrono::system_clock::now());
    if (const auto* const error = std::get_if<auth::TokenError>(&verified))
        return errorOf(*error, CentrifugeError::Unauthorized);
    return principalOf(std::get<auth::TokenClaims>(std::move(verified)));
}

std::variant<SubscriptionGrant, CentrifugeError>
TokenGate::subscribe(const std::string& token, const Bearer& bearer, const std::string& channel) const {
    auto verified = verifier_.verify(token, std::chrono::system_clock::now(), auth::TokenUse::Subscription);
    if (const auto* const error = std::get_if<auth::TokenError>(&verified))
        return errorOf(*error, CentrifugeError::PermissionDenied);
    auto& claims = std::get<auth::TokenClaims>(verified);
    if (claims.user != bearer.user || claims.channel != channel ||
        (!claims.client.empty() && claims.client != bearer.client))
        return CentrifugeError::PermissionDenied;
    return SubscriptionGrant{std::move(claims.info),
                             std::move(claims.data),
                             {claims.expiresAt, claims.validUntil},
                             std::move(claims.id),
                             claims.overrides};
}

std::unique_ptr<auth::FeedDoor::Visit> TokenGate::visit(const std::string& client,
                                                        const auth::FeedPass& pass) const {
    return std::make_unique<auth::FeedDoor::Visit>(*feed_, client, pass);
}

} // namespace chinwag::session
