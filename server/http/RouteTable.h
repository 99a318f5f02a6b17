// The routes of a QHttpServer as functions from a request to an answer.
#pragma once

#include "protocol/HttpMessage.h"

#include <QtHttpServer/QHttpServer>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::http {

/// What a route gets to see. Lives as long as the call: copy what is needed longer.
struct RoutedRequest {
    const protocol::HttpRequest& request;
    std::string_view path; ///< decoded
    std::string_view rest; ///< what follows a route's prefix, for `getBelow`
};

/// QHttpServer finds the route by the path and calls it; the request itself comes from here, as the net
/// room vetted it, not parsed a second time by other rules. Control thread only.
class RouteTable {
public:
    using Handler = std::function<protocol::HttpAnswer(const RoutedRequest&)>;

    explicit RouteTable(QHttpServer& server);

    /// Answers GET and HEAD of exactly `path`; another method is a 405. An answer to HEAD has its body:
    /// who writes it takes the Content-Length from there and leaves the body out.
    void get(const std::string& path, Handler handler);

    /// As `get`, for every path that begins with `prefix`. `name` stands for the rest in `paths`.
    void getBelow(const std::string& prefix, const std::string& name, Handler handler);

    /// All routes, in the notation of OpenAPI: "/stats", "/static/{path}".
    const std::vector<std::string>& paths() const { return paths_; }

    /// While it lives, a request that QHttpServer takes is `request` with the decoded path `path`.
    class Dispatch {
    public:
        Dispatch(RouteTable& table, const protocol::HttpRequest& request, std::string_view path);
        ~Dispatch();
        Dispatch(const Dispatch&) = delete;
        Dispatch& operator=(const Dispatch&) = delete;

    private:
        friend class RouteTable;
        RouteTable& table_;
        const Dispatch* outer_;
        const protocol::HttpRequest& request_;
        std::string_view path_;
    };

private:
    protocol::HttpAnswer call(const Handler& handler, std::size_t prefixLength) const;

    QHttpServer& server_;
    std::vector<std::string> paths_;
    const Dispatch* current_ = nullptr;
};

} // namespace chinwag::http
