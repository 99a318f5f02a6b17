#include "http/ApiRoutes.h"

#include "auth/ApiDoor.h"
#include "http/ApiBatch.h"
#include "http/ApiMethods.h"
#include "http/Logging.h"
#include "http/LoginAnswer.h"
#include "protocol/Json.h"

#include <QtCore/QByteArray>

#include <memory>
#include <utility>
#include <variant>

namespace chinwag::http {

namespace {

using auth::ApiDoor;
using Document = std::shared_ptr<const rapidjson::Document>;
using Handler = std::function<void(Document, AnswerOnce)>;

QByteArray lowered(std::string_view text) {
    return QByteArray(text.data(), static_cast<qsizetype>(text.size())).toLower();
}

std::string_view keyOf(const protocol::HttpRequest& request) {
    const auto key = protocol::headerValue(request.headers, "X-API-Key");
    if (!key.empty())
        return key;
    return protocol::credentials(protocol::headerValue(request.headers, "Authorization"), "apikey")
        .value_or("");
}

protocol::HttpAnswer wrongKey() {
    auto answer = protocol::problem(401, "the key in X-API-Key or Authorization: apikey is missing or wrong");
    answer.headers.push_back({"WWW-Authenticate", "apikey"});
    answer.headers.push_back({"Cache-Control", "no-store"});
    return answer;
}

// Nothing for who may come in.
std::optional<protocol::HttpAnswer> refusal(ApiDoor& door, const protocol::HttpRequest& request) {
    const auto entry = door.enter(keyOf(request), request.peerAddress, ApiDoor::Time::clock::now());
    switch (entry.outcome) {
    case ApiDoor::Outcome::Granted: return std::nullopt;
    case ApiDoor::Outcome::Off:
        return protocol::problem(404, "the server API is off: the configuration has no api.keys");
    case ApiDoor::Outcome::TooOften:
        return laterProblem(
            429, "there were too many requests with this key; put several into a batch or slow down",
            entry.retryAfter);
    case ApiDoor::Outcome::TooWrong:
        return laterProblem(429, "there were too many wrong keys from this address; try again later",
                            entry.retryAfter);
    case ApiDoor::Outcome::Wrong: break;
    }
    qCWarning(lcApi, "a wrong key or none from %s", request.peerAddress.c_str());
    return wrongKey();
}

// A form's type is what curl says of what it was given, and nobody can make a browser send the key along.
bool isAcceptable(std::string_view contentType) {
    const auto type = lowered(contentType.substr(0, contentType.find(';'))).trimmed();
    return type.isEmpty() || type == "application/json" || type == "application/x-www-form-urlencoded";
}

std::variant<Document, protocol::HttpAnswer> readBody(const protocol::HttpRequest& request) {
    if (!isAcceptable(protocol::headerValue(request.headers, "Content-Type")))
        return protocol::problem(415, "the body must be application/json");
    auto document = protocol::parseJson(request.body);
    if (!document || !document->IsObject())
        return protocol::problem(400, "the body must be a JSON object");
    return std::make_shared<const rapidjson::Document>(std::move(*document));
}

protocol::HttpAnswer answerWith(std::string body) {
    return {200, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, std::move(body)};
}

RouteTable::LaterHandler guarded(ApiDoor& door, Handler handler) {
    return [&door, handler = std::move(handler)](const RoutedRequest& routed, AnswerOnce answer) {
        if (auto refused = refusal(door, routed.request))
            return answer.give(std::move(*refused));
        auto body = readBody(routed.request);
        if (auto* const wrong = std::get_if<protocol::HttpAnswer>(&body))
            return answer.give(std::move(*wrong));
        handler(std::get<Document>(std::move(body)), std::move(answer));
    };
}

} // namespace

void addApiRoutes(RouteTable& routes, const ApiAccess& access) {
    const auto methods = std::make_shared<ApiMethods>();
    addPublishingMethods(*methods, access);
    addClientMethods(*methods, access);
    addChannelMethods(*methods, access);
    addTokenMethods(*methods, access);
    for (const auto& [name, method] : *methods) {
        routes.post("/api/" + name,
                    guarded(access.door, [method = method](const Document& params, AnswerOnce answer) {
                        // Shared, since a std::function must be copyable.
                        auto shared = std::make_shared<AnswerOnce>(std::move(answer));
                        method(*params, [shared](const ApiReply& reply) {
                            shared->give(answerWith(toJson(reply) + '\n'));
                        });
                    }));
    }
    routes.post("/api/batch", guarded(access.door, [methods](Document request, AnswerOnce answer) {
                    auto shared = std::make_shared<AnswerOnce>(std::move(answer));
                    runBatch(*methods, std::move(request),
                             [shared](const std::string& body) { shared->give(answerWith(body + '\n')); });
                }));
}

} // namespace chinwag::http
