#include "RequestBench.h"

#include "resources/Resources.h"

#include <QtCore/QEventLoop>
#include <QtCore/QTimer>

#include <utility>

namespace chinwag::tests {

protocol::HttpRequest makeRequest(std::string_view method, std::string_view target) {
    protocol::HttpRequest request;
    request.method = method;
    request.target = target;
    request.headers = {{"Host", "chat.example.org"}};
    request.peerAddress = "192.0.2.1";
    return request;
}

QByteArray header(const protocol::HttpAnswer& answer, std::string_view name) {
    const auto value = protocol::headerValue(answer.headers, name);
    return QByteArray(value.data(), static_cast<qsizetype>(value.size()));
}

RequestBench::RequestBench(const http::Options& options)
    : server_(std::make_unique<http::HttpServer>(
          options, http::Probes{[this] { return snapshot; }, [this] { return ready; }})) {
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

} // namespace chinwag::tests
