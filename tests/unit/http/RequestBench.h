// An HttpServer on a real listener, asked by value as the net room asks it.
#pragma once

#include "OfferingServer.h"
#include "http/HttpServer.h"

#include <QtCore/QByteArray>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::tests {

/// A request for `target` with a Host field.
protocol::HttpRequest makeRequest(std::string_view method, std::string_view target);

/// The value of header `name` of `answer`.
QByteArray header(const protocol::HttpAnswer& answer, std::string_view name);

class RequestBench {
public:
    explicit RequestBench(const http::Options& options = {});
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

    /// What the probes tell.
    metrics::Snapshot snapshot;
    bool ready = true;

private:
    OfferingServer listener_;
    std::unique_ptr<http::HttpServer> server_;
    bool bound_ = false;
};

} // namespace chinwag::tests
