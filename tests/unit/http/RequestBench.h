// An HttpServer on a real listener, asked by value as the net room asks it.
#pragma once

#include "FakeConnections.h"
#include "OfferingServer.h"
#include "UsualNamespaces.h"
#include "auth/ApiDoor.h"
#include "auth/FeedDoor.h"
#include "auth/OperatorDoor.h"
#include "auth/RevocationJournal.h"
#include "http/HttpServer.h"
#include "hub/Hub.h"
#include "hub/ModerationDesk.h"
#include "store/MemoryStore.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::tests {

/// A request for `target` with a Host field.
protocol::HttpRequest makeRequest(std::string_view method, std::string_view target);

/// A POST of `body`, which is said to be JSON.
protocol::HttpRequest makePost(std::string_view target, std::string_view body);

/// `request` with a bearer token.
protocol::HttpRequest authorized(protocol::HttpRequest request, const std::string& token);

/// `request` with the key of an application.
protocol::HttpRequest withApiKey(protocol::HttpRequest request);

/// The value of header `name` of `answer`.
QByteArray header(const protocol::HttpAnswer& answer, std::string_view name);

/// The object that is the body of `answer`; empty when it is none.
QJsonObject json(const protocol::HttpAnswer& answer);

class RequestBench {
public:
    /// The one key of the server API.
    static constexpr std::string_view apiKey = "key-of-the-application-in-tests";

    /// `table`: the connections that there are; without it, `connections`.
    explicit RequestBench(const http::Options& options = {}, std::optional<http::ConnectionPort> table = {});
    ~RequestBench();

    bool isBound() const { return bound_; }
    http::HttpServer& server() { return *server_; }
    OfferingServer& listener() { return listener_; }
    void destroyServer() { server_.reset(); }

    /// Asks and waits; an answer with status 0 when none came.
    protocol::HttpAnswer ask(protocol::HttpRequest request);
    protocol::HttpAnswer ask(std::string_view method, std::string_view target,
                             std::vector<protocol::HttpHeader> headers = {});
    protocol::HttpAnswer get(std::string_view target) { return ask("GET", target); }

    /// An operator for the operator API, who exists once logIn() was called.
    static constexpr std::string_view operatorName = "alice";
    static constexpr std::string_view operatorPassword = "correct horse";
    /// Makes the operator, who has the password above, and logs in; the token, empty when that failed.
    std::string logIn(std::string_view name = operatorName, auth::Role role = auth::Role::Admin);
    /// A code by which the first operator can be made; empty when there is one.
    std::string setupCode() { return door_.firstOperator().open().value_or(""); }
    /// What the code's age is measured by.
    auth::FirstOperator::Time now = std::chrono::steady_clock::now();
    bool setRole(auth::Role role, std::string_view name = operatorName);
    bool removeOperator(std::string_view name);
    QString operatorFile() const { return data_.filePath(QStringLiteral("operators.json")); }

    /// A message, a report of it, a ban and a mute, which have the numbers that the examples have.
    bool layDownRules();

    /// What the probes tell.
    metrics::Snapshot snapshot;
    http::Readiness readiness = http::Readiness::Ready;
    metrics::LogRing logs;
    std::vector<http::ConfigurationKey> configuration;
    FakeConnections connections;
    /// What a reload comes to, and how often a drain was asked for.
    http::ReloadResult reloadResult;
    int drains = 0;
    static constexpr const char* nodeName = "chat-1";

private:
    QTemporaryDir data_;
    auth::OperatorDoor door_;
    auth::ApiDoor apiDoor_;
    auth::Revocations revocations_;
    auth::RevocationJournal journal_{data_.path(), revocations_};
    auth::FeedDoor feedDoor_;
    hub::Hub hub_{{}, test::usualNamespaces()};
    store::MemoryStore store_; // answers to the hub
    hub::ModerationDesk desk_{hub_, store_.moderation()};
    OfferingServer listener_;
    std::unique_ptr<http::HttpServer> server_;
    bool bound_ = false;
};

} // namespace chinwag::tests
