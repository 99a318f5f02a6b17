#include "http/FeedRoutes.h"

#include "http/JsonMessage.h"
#include "http/RequestFields.h"

#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;

protocol::HttpAnswer issue(const FeedPort& feed, const protocol::HttpRequest& request,
                           const auth::OperatorSessions::Session& session) {
    const BodyFields fields(request, {});
    if (fields.fault())
        return *fields.fault();
    const auto token = feed(session);
    return jsonAnswer({{u"token"_s, QString::fromStdString(token.text)},
                       {u"expires_in"_s, static_cast<qint64>(token.lifetime.count())}});
}

} // namespace

void addFeedRoutes(RouteTable& routes, const OperatorGuard& guard, FeedPort feed) {
    routes.post("/admin/api/feed-token",
                guard.guarded(auth::Permission::View,
                              [feed = std::move(feed)](const RoutedRequest& routed, const auto& session,
                                                       AnswerOnce answer) {
                                  answer.give(issue(feed, routed.request, session));
                              }));
}

} // namespace chinwag::http
