#include "http/HttpServer.h"

#include "http/AdminStatsRoutes.h"
#include "http/AnswerOnce.h"
#include "http/ApiRoutes.h"
#include "http/ConfigurationRoutes.h"
#include "http/ConnectionRoutes.h"
#include "http/DocsRoutes.h"
#include "http/FeedRoutes.h"
#include "http/HealthRoutes.h"
#include "http/KickRoutes.h"
#include "http/LogRoutes.h"
#include "http/MessageRoutes.h"
#include "http/MetricsRoutes.h"
#include "http/ModerationRoutes.h"
#include "http/NodeRoutes.h"
#include "http/OperatorRoutes.h"
#include "http/PageRoutes.h"
#include "http/ProblemType.h"
#include "http/QtCompat.h"
#include "http/ReportRoutes.h"
#include "http/RequestPath.h"
#include "http/RequestSocket.h"
#include "http/SecondFactorRoutes.h"
#include "http/SessionRoutes.h"
#include "http/SetupRoutes.h"
#include "http/StatsRoutes.h"
#include "http/TraceRoutes.h"
#include "http/UserRoutes.h"
#include "hub/ModerationDesk.h"

#include <QtNetwork/QTcpServer>

#include <utility>

namespace chinwag::http {

HttpServer::HttpServer(const Options& options, Probes probes, std::optional<OperatorAccess> operators,
                       std::optional<ApiAccess> api, QObject* parent)
    : QObject(parent), routes_(server_) {
    addPageRoutes(routes_, options.webRoot);
    addDocsRoutes(routes_);
    addStatsRoutes(routes_, probes.stats);
    addHealthRoutes(routes_, probes.readiness);
    if (operators) {
        const OperatorGuard guard(operators->door);
        const OperatorRecord record(operators->moderation ? &operators->moderation->desk : nullptr);
        const auto logins = std::make_shared<LoginRecord>(record);
        addOperatorRoutes(routes_, guard, logins);
        addSetupRoutes(routes_, operators->door, record, logins);
        addSessionRoutes(routes_, guard, logins);
        addSecondFactorRoutes(routes_, guard);
        addAdminStatsRoutes(routes_, guard, probes, operators->store);
        addNodeRoutes(routes_, guard, operators->node, operators->store, probes, record);
        // Before those of one connection, whose id it would be taken for.
        addKickRoutes(routes_, guard, operators->connections, record);
        addConnectionRoutes(routes_, guard, operators->connections);
        addUserRoutes(routes_, guard, operators->connections);
        addReportRoutes(routes_, guard, operators->store);
        addFeedRoutes(routes_, guard, std::move(operators->feed));
        addConfigurationRoutes(routes_, guard, std::move(operators->configuration));
        addLogRoutes(routes_, guard, std::move(operators->logs));
        if (operators->moderation) {
            addModerationRoutes(routes_, guard, *operators->moderation);
            addTraceRoutes(routes_, guard, operators->connections, operators->moderation->desk.hub(), record);
            addMessageRoutes(routes_, guard, operators->connections, operators->moderation->desk.hub(),
                             record);
        }
    }
    if (api)
        addApiRoutes(routes_, *api);
    if (options.metricsEnabled)
        addMetricsRoutes(routes_, std::move(probes.stats));
    if (options.splitInternal) {
        routes_.keepInside("/metrics");
        routes_.keepInside("/admin/");
        routes_.keepInside("/api/");
    }
}

HttpServer::~HttpServer() = default;

bool HttpServer::bind(QTcpServer* listening, std::function<void(QTcpSocket*)> offer) {
    QObject* const owner = listening->parent();
    if (!compat::bind(server_, listening))
        return false;
    // QHttpServer makes itself the parent; the listener stays whose it was.
    listening->setParent(owner);
    offer_ = std::move(offer);
    return true;
}

void HttpServer::handle(protocol::HttpRequest request, protocol::HttpAnswerSink sink) {
    QMetaObject::invokeMethod(
        this,
        [this, request = std::move(request), answer = AnswerOnce(std::move(sink))]() mutable {
            dispatch(request, std::move(answer));
        },
        Qt::QueuedConnection);
}

void HttpServer::dispatch(const protocol::HttpRequest& request, AnswerOnce answer) {
    const auto path = decodedPath(request.target);
    if (!path)
        return answer.give(protocol::problem(400, "the path must begin with / and decode to text"));
    if (!offer_)
        return answer.give(protocol::problem(503, "the server is starting", problem_type::starting));

    // Owned by this object until QHttpServer takes it over or deletes it.
    auto* const socket =
        new RequestSocket(request, canonicalTarget(*path, request.target), std::move(answer), this);
    const RouteTable::Dispatch current(routes_, request, *path, *socket);
    offer_(socket);
    Q_EMIT socket->readyRead();
}

} // namespace chinwag::http
