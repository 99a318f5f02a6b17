#include "RequestBench.h"

#include "auth/OperatorFile.h"
#include "auth/Password.h"
#include "resources/Resources.h"

#include <QtCore/QEventLoop>
#include <QtCore/QJsonDocument>
#include <QtCore/QTimer>

#include <future>
#include <memory>
#include <utility>
#include <variant>

namespace chinwag::tests {

namespace {

constexpr auth::OperatorSessions::Limits sessionLimits{std::chrono::hours(12), {}};

// Made once: it takes its time on purpose.
const std::string& operatorHash() {
    static const std::string hash = auth::hashPassword(RequestBench::operatorPassword).value_or("");
    return hash;
}

} // namespace

protocol::HttpRequest makeRequest(std::string_view method, std::string_view target) {
    protocol::HttpRequest request;
    request.method = method;
    request.target = target;
    request.headers = {{"Host", "chat.example.org"}};
    request.peerAddress = "192.0.2.1";
    return request;
}

protocol::HttpRequest makePost(std::string_view target, std::string_view body) {
    auto request = makeRequest("POST", target);
    request.headers.push_back({"Content-Type", "application/json"});
    request.body = body;
    return request;
}

protocol::HttpRequest authorized(protocol::HttpRequest request, const std::string& token) {
    request.headers.push_back({"Authorization", "Bearer " + token});
    return request;
}

protocol::HttpRequest withApiKey(protocol::HttpRequest request) {
    request.headers.push_back({"X-API-Key", std::string(RequestBench::apiKey)});
    return request;
}

QByteArray header(const protocol::HttpAnswer& answer, std::string_view name) {
    const auto value = protocol::headerValue(answer.headers, name);
    return {value.data(), static_cast<qsizetype>(value.size())};
}

QJsonObject json(const protocol::HttpAnswer& answer) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(answer.body)).object();
}

RequestBench::RequestBench(const http::Options& options, std::optional<http::ConnectionPort> table)
    : door_(data_.path(), sessionLimits, [this] { return now; }),
      apiDoor_({auth::ApiKeys({std::string(apiKey)}), 0}),
      server_(std::make_unique<http::HttpServer>(
          options, http::Probes{[this] { return snapshot; }, [this] { return readiness; }},
          http::OperatorAccess{door_,
                               table ? *std::move(table) : connections.port(),
                               &store_,
                               http::ModerationAccess{desk_, &store_, [](const auto& done) { done(0); },
                                                      [](const auto&, auto, const auto& done) {
                                                          done(protocol::MatchingConnections());
                                                      }},
                               [this](const auto& query) { return logs.find(query); },
                               [this] { return configuration; },
                               {nodeName, [this] { return reloadResult; }, [this] { ++drains; }},
                               [this](const auto& session) {
                                   return http::FeedToken{
                                       feedDoor_.issue(session, std::chrono::system_clock::now()),
                                       feedDoor_.lifetime()};
                               }},
          http::ApiAccess{apiDoor_, hub_, journal_,
                          [](const auto&, auto, const auto&, const auto& done) { done(0); },
                          [](const auto& done) { done(); }, [this] { return snapshot; }})) {
    initResources();
    snapshot.facts.started = std::chrono::system_clock::now();
    bound_ =
        listener_.listen(QHostAddress::LocalHost) &&
        server_->bind(&listener_, [this](QTcpSocket* socket) { listener_.addPendingConnection(socket); });
}

RequestBench::~RequestBench() = default;

protocol::HttpAnswer RequestBench::ask(protocol::HttpRequest request) {
    QEventLoop loop;
    QTimer::singleShot(std::chrono::seconds(30), &loop, &QEventLoop::quit);
    protocol::HttpAnswer result;
    result.status = 0;
    server_->handle(std::move(request), [&](protocol::HttpAnswer answer) {
        result = std::move(answer);
        loop.quit();
    });
    loop.exec();
    return result;
}

protocol::HttpAnswer RequestBench::ask(std::string_view method, std::string_view target,
                                       std::vector<protocol::HttpHeader> headers) {
    auto request = makeRequest(method, target);
    request.headers.insert(request.headers.end(), headers.begin(), headers.end());
    return ask(std::move(request));
}

bool RequestBench::layDownRules() {
    if (hub_.keepIn(store_))
        return false;
    const auto said = std::make_shared<hub::StoredPublication>();
    said->channel = "chat:lobby";
    said->epoch = "e1";
    said->offset = 1;
    said->id = "00f3c5f2a1b4d6e7";
    said->user = "mallory";
    said->data = R"({"id":"00f3c5f2a1b4d6e7","nick":"Mallory","text":"Buy now"})";
    store_.append(said, [](const auto&) {});
    store_.addReport("chat:lobby", said->id, "bob", "spam", [](const auto&) {});
    std::promise<bool> done;
    const auto takeMute = [&done](const hub::StoreResult<hub::Sanction>& result) {
        done.set_value(std::holds_alternative<hub::Sanction>(result));
    };
    hub::Sanction sanction;
    sanction.target = {hub::SanctionTarget::Kind::User, "mallory"};
    desk_.impose(sanction, {}, {"alice", "spam"}, [](const auto&) {});
    sanction.kind = hub::Sanction::Kind::Mute;
    desk_.impose(sanction, {}, {"alice", "spam"}, takeMute);
    return done.get_future().get();
}

std::string RequestBench::logIn(std::string_view name, auth::Role role) {
    auth::OperatorFile file(data_.path());
    const auto error = file.update([&](auth::Operators& operators) -> std::optional<QString> {
        if (auto* const found = auth::findOperator(operators, name))
            found->role = role;
        else
            operators.push_back({std::string(name), operatorHash(), std::chrono::system_clock::now(), role});
        return std::nullopt;
    });
    if (error)
        return {};
    auto request = makePost("/admin/api/login", R"({"name":")" + std::string(name) + R"(","password":")" +
                                                    std::string(operatorPassword) + R"("})");
    request.internal = true;
    return json(ask(request))[QStringLiteral("token")].toString().toStdString();
}

bool RequestBench::setRole(auth::Role role, std::string_view name) {
    return !auth::OperatorFile(data_.path())
                .update([&](auth::Operators& operators) -> std::optional<QString> {
                    auto* const found = auth::findOperator(operators, name);
                    if (found == nullptr)
                        return QStringLiteral("there is no such operator");
                    found->role = role;
                    return std::nullopt;
                });
}

bool RequestBench::removeOperator(std::string_view name) {
    return !auth::OperatorFile(data_.path())
                .update([&](auth::Operators& operators) -> std::optional<QString> {
                    std::erase_if(operators, [name](const auth::Operator& one) { return one.name == name; });
                    return std::nullopt;
                });
}

} // namespace chinwag::tests
