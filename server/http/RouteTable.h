// The routes of a QHttpServer as functions from a request to an answer.
#pragma once

#include "http/AnswerOnce.h"
#include "protocol/HttpMessage.h"

#include <QtCore/QString>
#include <QtHttpServer/QHttpServer>
#include <QtHttpServer/QHttpServerResponse>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chinwag::http {

class RequestSocket;

/// What a route gets to see. Lives as long as the call: copy what is needed longer.
struct RoutedRequest {
    const protocol::HttpRequest& request;
    std::string_view path; ///< decoded
    std::string_view rest; ///< what a route's path leaves open, for `getBelow` and those of `…Between`
};

/// QHttpServer finds the route by the path and calls it; the request itself comes from here, as the net
/// room vetted it, not parsed a second time by other rules. Control thread only.
class RouteTable {
public:
    using Handler = std::function<protocol::HttpAnswer(const RoutedRequest&)>;
    /// For an answer that comes later: given when it is there, on this thread.
    using LaterHandler = std::function<void(const RoutedRequest&, AnswerOnce)>;

    explicit RouteTable(QHttpServer& server);

    /// Answers GET and HEAD of exactly `path`; another method is a 405. An answer to HEAD has its body:
    /// who writes it takes the Content-Length from there and leaves the body out.
    void get(const std::string& path, Handler handler);

    /// As `get`, for every path that begins with `prefix`. `name` stands for the rest in `paths`.
    void getBelow(const std::string& prefix, const std::string& name, Handler handler);

    /// As `get`, for an answer that comes later.
    void getLater(const std::string& path, LaterHandler handler);

    /// Answers POST of exactly `path`.
    void post(const std::string& path, LaterHandler handler);

    /// Answers GET and HEAD of exactly `path` by `reader` and POST by `writer`.
    void getAndPost(const std::string& path, LaterHandler reader, LaterHandler writer);

    /// As `post`, for every path of `prefix`, anything, which is called `name`, and `suffix`.
    void postBetween(const std::string& prefix, const std::string& name, const std::string& suffix,
                     LaterHandler handler);

    /// As `postBetween`, for GET and HEAD.
    void getBetween(const std::string& prefix, const std::string& name, const std::string& suffix,
                    LaterHandler handler);
    /// As `postBetween`, and DELETE is answered by `remover`.
    void postAndDeleteBetween(const std::string& prefix, const std::string& name, const std::string& suffix,
                              LaterHandler poster, LaterHandler remover);

    /// What is at `prefix` and below does not exist for who does not come by the internal listener.
    void keepInside(std::string prefix) { inside_.push_back(std::move(prefix)); }

    /// All routes, in the notation of OpenAPI: "/stats", "/static/{path}".
    const std::vector<std::string>& paths() const { return paths_; }

    /// While it lives, a request that QHttpServer takes is `request` with the decoded path `path`.
    class Dispatch {
    public:
        Dispatch(RouteTable& table, const protocol::HttpRequest& request, std::string_view path,
                 RequestSocket& socket);
        ~Dispatch();
        Dispatch(const Dispatch&) = delete;
        Dispatch& operator=(const Dispatch&) = delete;

    private:
        friend class RouteTable;
        RouteTable& table_;
        const Dispatch* outer_;
        const protocol::HttpRequest& request_;
        std::string_view path_;
        RequestSocket& socket_;
    };

private:
    // The parts of a path that are not its open one.
    struct Ends {
        std::size_t prefix = 0;
        std::size_t suffix = 0;
    };
    using Answerer = std::function<QHttpServerResponse()>;
    void add(const QString& pattern, const std::string& name, Answerer answerer);
    void addBetween(const std::string& prefix, const std::string& name, const std::string& suffix,
                    LaterHandler handler, std::string_view allowed);
    template <typename Argument>
    void addOpen(const QString& pattern, const std::string& name, Answerer answerer);
    RoutedRequest routed(const Ends& ends) const;
    /// What is said instead of calling the handler, if it may not be called.
    std::optional<protocol::HttpAnswer> refusal(const RoutedRequest& routed, std::string_view allowed) const;
    QHttpServerResponse call(const Handler& handler, const Ends& ends) const;
    QHttpServerResponse callLater(const LaterHandler& handler, const Ends& ends,
                                  std::string_view allowed) const;

    QHttpServer& server_;
    std::vector<std::string> paths_;
    std::vector<std::string> inside_; // prefixes
    const Dispatch* current_ = nullptr;
};

} // namespace chinwag::http
