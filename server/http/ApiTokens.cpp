#include "auth/RevocationJournal.h"
#include "http/ApiMethods.h"
#include "http/ApiParams.h"
#include "http/Logging.h"

#include <utility>

namespace chinwag::http {

namespace {

using auth::Revocations;
using protocol::CloseCode;

// Until when it matters. Without an end it does for good.
Revocations::Time readEnd(ApiParams& params) {
    const auto time = params.time("expire_at");
    if (time && *time <= std::chrono::system_clock::now())
        params.fail(protocol::CentrifugeError::BadRequest, "'expire_at' must be in the future");
    return time.value_or(Revocations::Time::max());
}

void answer(bool isKept, const ApiDone& done) {
    if (isKept)
        done(std::string(emptyResult));
    else
        done(ApiError{protocol::CentrifugeError::Internal, "it could not be kept"});
}

// They are revoked by now, so none of them comes back. What a token had allowed beside a connection ends,
// too.
void closeAll(const ApiAccess& access, std::function<bool(const hub::SessionFacts&)> matches,
              const std::string& what, const std::optional<QString>& failure, const ApiDone& done) {
    if (failure)
        qCWarning(lcApi, "%s revoked until the server stops: %s", what.c_str(), qUtf8Printable(*failure));
    access.closeWhere(std::move(matches), CloseCode::InvalidToken,
                      std::string(protocol::closeReason(CloseCode::InvalidToken)),
                      [what, isKept = !failure, review = access.review, done](std::size_t count) {
                          qCInfo(lcApi, "%s revoked, %zu connections closed", what.c_str(), count);
                          review([isKept, done] { answer(isKept, done); });
                      });
}

void revokeToken(const ApiAccess& access, const rapidjson::Value& value, const ApiDone& done) {
    ApiParams params(value);
    const auto id = params.requiredText("uid");
    const auto until = readEnd(params);
    if (params.error())
        return done(*params.error());
    const auto failure = access.revocations.revokeToken(id, until, std::chrono::system_clock::now());
    closeAll(
        access, [id](const hub::SessionFacts& facts) { return facts.token == id; }, "token " + id, failure,
        done);
}

void invalidateUserTokens(const ApiAccess& access, const rapidjson::Value& value, const ApiDone& done) {
    ApiParams params(value);
    const auto user = params.requiredText("user");
    const auto until = readEnd(params);
    params.refuse({"issued_before", "channel"});
    if (params.error())
        return done(*params.error());
    const auto failure = access.revocations.revokeUser(user, until, std::chrono::system_clock::now());
    closeAll(
        access, [user](const hub::SessionFacts& facts) { return facts.user == user; },
        "tokens of user " + user, failure, done);
}

} // namespace

void addTokenMethods(ApiMethods& methods, const ApiAccess& access) {
    methods["revoke_token"] = [access](const auto& params, const ApiDone& done) {
        revokeToken(access, params, done);
    };
    methods["invalidate_user_tokens"] = [access](const auto& params, const ApiDone& done) {
        invalidateUserTokens(access, params, done);
    };
}

} // namespace chinwag::http
