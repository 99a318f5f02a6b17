#include "session/TokenCheck.h"

#include "protocol/UrlQuery.h"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <vector>

namespace chinwag::session {

namespace {

using protocol::HttpAnswer;

constexpr std::string_view subprotocolPrefix = "bearer.";

// All that are there, whichever way they came.
std::vector<std::string> tokensIn(const hub::Opening& opening) {
    std::vector<std::string> found;
    for (const auto& header : opening.headers) {
        if (!protocol::sameIgnoringCase(header.name, "Authorization"))
            continue;
        if (auto token = protocol::credentials(header.value, "Bearer")) {
            token->remove_prefix(std::min(token->find_first_not_of(' '), token->size()));
            found.emplace_back(*token);
        }
    }
    for (const auto& offered : opening.subprotocols) {
        if (offered.starts_with(subprotocolPrefix))
            found.push_back(offered.substr(subprotocolPrefix.size()));
    }
    return found;
}

// RFC 6750 section 3: a request that has brought no token is told of no error.
HttpAnswer unauthorized(std::string_view detail, bool hasToken) {
    auto answer = protocol::problem(401, detail);
    std::string challenge = R"(Bearer realm="chinwag")";
    if (hasToken)
        challenge.append(R"(, error="invalid_token", error_description=")").append(detail).append("\"");
    answer.headers.push_back({"WWW-Authenticate", challenge});
    return answer;
}

} // namespace

std::variant<std::optional<std::string>, HttpAnswer> offeredToken(const hub::Opening& opening) {
    const auto parameter = protocol::queryParameter(opening.query, "token");
    if (!parameter.valid)
        return protocol::problem(400,
                                 "The parameter 'token' must be given once and be percent-encoded UTF-8.");
    auto found = tokensIn(opening);
    // Pages always have the parameter, though it may be empty.
    if (parameter.value && !parameter.value->empty())
        found.push_back(*parameter.value);
    if (found.size() > 1)
        return protocol::problem(400, "A request may have only one token.");
    return found.empty() ? std::optional<std::string>() : std::optional(found.front());
}

std::variant<auth::TokenClaims, HttpAnswer> checkToken(const auth::TokenVerifier& tokens,
                                                       const hub::Opening& opening) {
    if (!tokens.isRequired() && !tokens.hasKeys())
        return auth::TokenClaims();
    const auto offered = offeredToken(opening);
    if (const auto* const refusal = std::get_if<HttpAnswer>(&offered))
        return *refusal;
    const auto& token = std::get<std::optional<std::string>>(offered);
    if (!token && !tokens.isRequired())
        return auth::TokenClaims();
    if (!token)
        return unauthorized("A token is needed to chat here.", false);
    auto verified = tokens.verify(*token, std::chrono::system_clock::now());
    if (const auto* const error = std::get_if<auth::TokenError>(&verified))
        return unauthorized("The request is refused: " + error->text + ".", true);
    return std::get<auth::TokenClaims>(std::move(verified));
}

} // namespace chinwag::session
