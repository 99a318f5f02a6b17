#include "http/RouteTable.h"

#include "http/QtCompat.h"
#include "http/RequestSocket.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

#include <algorithm>
#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;

constexpr std::string_view reading = "GET, HEAD";
constexpr std::string_view posting = "POST";
constexpr std::string_view both = "GET, HEAD, POST";
constexpr std::string_view postingAndDeleting = "POST, DELETE";

/// QHttpServer matches its patterns as regular expressions: a plain dot would stand for any character.
QString literalPattern(const std::string& path) {
    return QRegularExpression::escape(QString::fromStdString(path));
}

bool isAllowed(const protocol::HttpRequest& request, std::string_view allowed) {
    constexpr std::string_view comma = ", ";
    while (!allowed.empty()) {
        const auto method = allowed.substr(0, allowed.find(comma));
        if (method == request.method)
            return true;
        allowed.remove_prefix(std::min(allowed.size(), method.size() + comma.size()));
    }
    return false;
}

std::string_view inWords(std::string_view allowed) {
    if (allowed == posting)
        return "POST is";
    if (allowed == reading)
        return "GET and HEAD are";
    return allowed == both ? "GET, HEAD and POST are" : "POST and DELETE are";
}

protocol::HttpAnswer methodNotAllowed(const protocol::HttpRequest& request, std::string_view allowed) {
    auto answer = protocol::problem(405, "the method " + request.method + " is not allowed here; " +
                                             std::string(inWords(allowed)));
    answer.headers.push_back({"Allow", std::string(allowed)});
    return answer;
}

protocol::HttpAnswer nothingHere() {
    return protocol::problem(404, "there is nothing at this path");
}

protocol::HttpAnswer noRoute(const QHttpServerRequest& request) {
    if (request.method() == QHttpServerRequest::Method::Unknown)
        return protocol::problem(501, "the method is not one that this server knows");
    return nothingHere();
}

} // namespace

RouteTable::RouteTable(QHttpServer& server) : server_(server) {
    compat::setMissingHandler(server_, noRoute);
}

void RouteTable::add(const QString& pattern, const std::string& name, Answerer answerer) {
    paths_.push_back(name);
    const auto take = [answerer = std::move(answerer)] { return answerer(); };
    [[maybe_unused]] const bool added = static_cast<bool>(server_.route(pattern, take));
    Q_ASSERT_X(added, "RouteTable::add", name.c_str());
}

// `Argument` says how much the open part of the pattern matches: a QUrl anything, a QString one segment, and
// since QHttpServer looks at the decoded path, nothing with a slash in it, however that is sent.
template <typename Argument>
void RouteTable::addOpen(const QString& pattern, const std::string& name, Answerer answerer) {
    paths_.push_back(name);
    const auto take = [answerer = std::move(answerer)](const Argument& /*rest*/) { return answerer(); };
    [[maybe_unused]] const bool added = static_cast<bool>(server_.route(pattern, take));
    Q_ASSERT_X(added, "RouteTable::addOpen", name.c_str());
}

void RouteTable::get(const std::string& path, Handler handler) {
    add(literalPattern(path), path,
        [this, handler = std::move(handler), ends = Ends{path.size(), 0}] { return call(handler, ends); });
}

void RouteTable::getBelow(const std::string& prefix, const std::string& name, Handler handler) {
    addOpen<QUrl>(
        literalPattern(prefix) + u"<arg>"_s, prefix + '{' + name + '}',
        [this, handler = std::move(handler), ends = Ends{prefix.size(), 0}] { return call(handler, ends); });
}

void RouteTable::getLater(const std::string& path, LaterHandler handler) {
    add(literalPattern(path), path, [this, handler = std::move(handler), ends = Ends{path.size(), 0}] {
        return callLater(handler, ends, reading);
    });
}

void RouteTable::post(const std::string& path, LaterHandler handler) {
    add(literalPattern(path), path, [this, handler = std::move(handler), ends = Ends{path.size(), 0}] {
        return callLater(handler, ends, posting);
    });
}

void RouteTable::getAndPost(const std::string& path, LaterHandler reader, LaterHandler writer) {
    const LaterHandler either = [reader = std::move(reader), writer = std::move(writer)](
                                    const RoutedRequest& request, AnswerOnce answer) {
        (request.request.method == "POST" ? writer : reader)(request, std::move(answer));
    };
    add(literalPattern(path), path,
        [this, either, ends = Ends{path.size(), 0}] { return callLater(either, ends, both); });
}

void RouteTable::addBetween(const std::string& prefix, const std::string& name, const std::string& suffix,
                            LaterHandler handler, std::string_view allowed) {
    const QString pattern = literalPattern(prefix) + u"<arg>"_s + literalPattern(suffix);
    const auto path = prefix + '{' + name + '}' + suffix;
    Answerer answerer = [this, handler = std::move(handler), ends = Ends{prefix.size(), suffix.size()},
                         allowed] { return callLater(handler, ends, allowed); };
    // With nothing behind it, what is open would take in the paths that have something there.
    if (suffix.empty())
        addOpen<QString>(pattern, path, std::move(answerer));
    else
        addOpen<QUrl>(pattern, path, std::move(answerer));
}

void RouteTable::postBetween(const std::string& prefix, const std::string& name, const std::string& suffix,
                             LaterHandler handler) {
    addBetween(prefix, name, suffix, std::move(handler), posting);
}

void RouteTable::getBetween(const std::string& prefix, const std::string& name, const std::string& suffix,
                            LaterHandler handler) {
    addBetween(prefix, name, suffix, std::move(handler), reading);
}

void RouteTable::postAndDeleteBetween(const std::string& prefix, const std::string& name,
                                      const std::string& suffix, LaterHandler poster, LaterHandler remover) {
    const LaterHandler either = [poster = std::move(poster), remover = std::move(remover)](
                                    const RoutedRequest& request, AnswerOnce answer) {
        (request.request.method == "POST" ? poster : remover)(request, std::move(answer));
    };
    addBetween(prefix, name, suffix, either, postingAndDeleting);
}

RoutedRequest RouteTable::routed(const Ends& ends) const {
    Q_ASSERT(current_ != nullptr && current_->path_.size() >= ends.prefix + ends.suffix);
    const auto path = current_->path_;
    return {current_->request_, path, path.substr(ends.prefix, path.size() - ends.prefix - ends.suffix)};
}

std::optional<protocol::HttpAnswer> RouteTable::refusal(const RoutedRequest& routed,
                                                        std::string_view allowed) const {
    // Before the method is looked at: a 405 would tell that there is something.
    const bool isInside = std::any_of(inside_.begin(), inside_.end(), [&routed](const std::string& prefix) {
        return routed.path.starts_with(prefix);
    });
    if (isInside && !routed.request.internal)
        return nothingHere();
    if (!isAllowed(routed.request, allowed))
        return methodNotAllowed(routed.request, allowed);
    return std::nullopt;
}

QHttpServerResponse RouteTable::call(const Handler& handler, const Ends& ends) const {
    const auto request = routed(ends);
    if (const auto refused = refusal(request, reading))
        return compat::toResponse(*refused);
    return compat::toResponse(handler(request));
}

QHttpServerResponse RouteTable::callLater(const LaterHandler& handler, const Ends& ends,
                                          std::string_view allowed) const {
    const auto request = routed(ends);
    if (const auto refused = refusal(request, allowed))
        return compat::toResponse(*refused);
    handler(request, current_->socket_.takeAnswer());
    // For QHttpServer the matter is closed with this, which goes nowhere.
    return compat::toResponse({202, {}, {}});
}

RouteTable::Dispatch::Dispatch(RouteTable& table, const protocol::HttpRequest& request, std::string_view path,
                               RequestSocket& socket)
    : table_(table),
      outer_(std::exchange(table.current_, this)),
      request_(request),
      path_(path),
      socket_(socket) {}

RouteTable::Dispatch::~Dispatch() {
    table_.current_ = outer_;
}

} // namespace chinwag::http
