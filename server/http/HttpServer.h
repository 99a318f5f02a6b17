// The HTTP side of the server: requests in, answers out, routes in between.
#pragma once

#include "http/ApiAccess.h"
#include "http/OperatorAccess.h"
#include "http/Probes.h"
#include "http/RouteTable.h"
#include "protocol/HttpMessage.h"

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtHttpServer/QHttpServer>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class QTcpServer;
class QTcpSocket;

namespace chinwag::http {

class AnswerOnce;

struct Options {
    QString webRoot; ///< folder of the page; empty for the one that is built in
    bool metricsEnabled = true;
    bool splitInternal = false; ///< there is an internal listener: only it has /metrics, /admin/api and /api
};

/// Answers what is not a WebSocket. Requests come as values that the net room has vetted, so no limit has
/// to be kept and no socket be watched here.
class HttpServer : public QObject {
    Q_OBJECT
public:
    /// Without `operators` there is no operator API, without `api` no server API.
    HttpServer(const Options& options, Probes probes, std::optional<OperatorAccess> operators = std::nullopt,
               std::optional<ApiAccess> api = std::nullopt, QObject* parent = nullptr);
    ~HttpServer() override;

    /// QHttpServer takes connections from a listening QTcpServer. `offer` has to put a socket onto the
    /// pending list of `listening`. False when `listening` does not listen. Control thread.
    bool bind(QTcpServer* listening, std::function<void(QTcpSocket*)> offer);

    /// Answers `request` through `sink`, exactly once, from the control thread (503 when the server stops
    /// before). An answer to HEAD has its body, for its length. Any thread.
    void handle(protocol::HttpRequest request, protocol::HttpAnswerSink sink);

    /// All routes, in the notation of OpenAPI.
    const std::vector<std::string>& paths() const { return routes_.paths(); }

private:
    void dispatch(const protocol::HttpRequest& request, AnswerOnce answer);

    QHttpServer server_;
    RouteTable routes_;
    std::function<void(QTcpSocket*)> offer_;
};

} // namespace chinwag::http
