#include "http/RouteTable.h"

#include "http/QtCompat.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;

/// QHttpServer matches its patterns as regular expressions: a plain dot would stand for any character.
QString literalPattern(const std::string& path) {
    return QRegularExpression::escape(QString::fromStdString(path));
}

protocol::HttpAnswer methodNotAllowed(const protocol::HttpRequest& request) {
    auto answer =
        protocol::problem(405, "the method " + request.method + " is not allowed here; GET and HEAD are");
    answer.headers.push_back({"Allow", "GET, HEAD"});
    return answer;
}

protocol::HttpAnswer noRoute(const QHttpServerRequest& request) {
    if (request.method() == QHttpServerRequest::Method::Unknown)
        return protocol::problem(501, "the method is not one that this server knows");
    return protocol::problem(404, "there is nothing at this path");
}

} // namespace

RouteTable::RouteTable(QHttpServer& server) : server_(server) {
    compat::setMissingHandler(server_, noRoute);
}

void RouteTable::get(const std::string& path, Handler handler) {
    paths_.push_back(path);
    [[maybe_unused]] const bool added = static_cast<bool>(
        server_.route(literalPattern(path), [this, handler = std::move(handler), size = path.size()]() {
            return compat::toResponse(call(handler, size));
        }));
    Q_ASSERT_X(added, "RouteTable::get", path.c_str());
}

void RouteTable::getBelow(const std::string& prefix, const std::string& name, Handler handler) {
    paths_.push_back(prefix + '{' + name + '}');
    [[maybe_unused]] const bool added = static_cast<bool>(
        server_.route(literalPattern(prefix) + u"<arg>"_s,
                      [this, handler = std::move(handler), size = prefix.size()](const QUrl& /*rest*/) {
                          return compat::toResponse(call(handler, size));
                      }));
    Q_ASSERT_X(added, "RouteTable::getBelow", prefix.c_str());
}

protocol::HttpAnswer RouteTable::call(const Handler& handler, std::size_t prefixLength) const {
    Q_ASSERT(current_ != nullptr && current_->path_.size() >= prefixLength);
    const auto& request = current_->request_;
    if (request.method != "GET" && request.method != "HEAD")
        return methodNotAllowed(request);
    return handler({request, current_->path_, current_->path_.substr(prefixLength)});
}

RouteTable::Dispatch::Dispatch(RouteTable& table, const protocol::HttpRequest& request, std::string_view path)
    : table_(table), outer_(std::exchange(table.current_, this)), request_(request), path_(path) {}

RouteTable::Dispatch::~Dispatch() {
    table_.current_ = outer_;
}

} // namespace chinwag::http
