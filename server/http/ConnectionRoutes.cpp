#include "http/ConnectionRoutes.h"

#include "http/ConnectionJson.h"
#include "http/ConnectionLists.h"
#include "http/ConnectionPageRequest.h"
#include "http/ConnectionTarget.h"
#include "http/JsonMessage.h"
#include "http/ModerationAnswers.h"
#include "http/RequestPath.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <memory>
#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::OperatorSessions;
using protocol::ConnectionId;

/// A page on its way: which list, where in it, and who waits for it.
struct Page {
    std::string list;
    std::vector<ConnectionId> ids;
    std::size_t offset = 0;
    std::size_t total = 0;
    std::size_t open = 0;
    std::shared_ptr<AnswerOnce> answer;
};

protocol::HttpAnswer toAnswer(const Page& page, const protocol::ConnectionInfos& infos) {
    QJsonArray items;
    for (std::size_t i = 0; i < infos.size(); ++i) {
        if (infos[i])
            items.append(connectionJson(*infos[i]));
        else
            items.append(QJsonObject{{u"id"_s, QString::fromStdString(protocol::toString(page.ids[i]))},
                                     {u"gone"_s, true}});
    }
    const auto next = page.offset + page.ids.size();
    const bool isLast = next >= page.total;
    return jsonAnswer(
        {{u"list"_s, QString::fromStdString(page.list)},
         {u"total"_s, jsonNumber(page.total)},
         {u"open"_s, jsonNumber(page.open)},
         {u"offset"_s, jsonNumber(page.offset)},
         {u"items"_s, items},
         {u"next_cursor"_s,
          isLast ? QJsonValue() : QJsonValue(QString::fromStdString(makeCursor(page.list, next)))}});
}

Page cut(const ConnectionLists::List& list, const ConnectionPageRequest& request,
         std::shared_ptr<AnswerOnce> answer) {
    const auto size = list.ids.size();
    const auto begin = std::min(request.offset, size);
    const auto end = begin + std::min(request.limit, size - begin);
    return {list.name,
            {list.ids.begin() + static_cast<std::ptrdiff_t>(begin),
             list.ids.begin() + static_cast<std::ptrdiff_t>(end)},
            begin,
            size,
            list.open,
            std::move(answer)};
}

void fillIn(const ConnectionPort& connections, Page page) {
    const auto ids = page.ids;
    connections.read(ids, [page = std::move(page)](const protocol::ConnectionInfos& infos) {
        page.answer->give(toAnswer(page, infos));
    });
}

void list(const ConnectionPort& connections, const std::shared_ptr<ConnectionLists>& lists,
          const RoutedRequest& routed, const OperatorSessions::Session& session, AnswerOnce answer) {
    auto read = readConnectionPageRequest(queryOf(routed.request.target));
    if (const auto* const fault = std::get_if<std::string>(&read))
        return answer.give(protocol::problem(400, *fault));
    const auto& request = std::get<ConnectionPageRequest>(read);
    auto shared = std::make_shared<AnswerOnce>(std::move(answer));
    if (!request.list.empty()) {
        const auto* const kept = lists->find(request.list, session.id, std::chrono::steady_clock::now());
        if (kept == nullptr)
            return shared->give(protocol::problem(410, "the list is not kept any more; ask for a new one"));
        return fillIn(connections, cut(*kept, request, std::move(shared)));
    }
    connections.list(request.query, [connections, lists, request, session = session.id,
                                     shared](protocol::ConnectionListing listing) {
        const auto& kept = lists->keep(session, std::move(listing), std::chrono::steady_clock::now());
        fillIn(connections, cut(kept, request, shared));
    });
}

void readOne(const ConnectionPort& connections, const RoutedRequest& routed, AnswerOnce answer) {
    const auto id = protocol::parseConnectionId(routed.rest);
    if (!id)
        return answer.give(noSuchConnection());
    auto shared = std::make_shared<AnswerOnce>(std::move(answer));
    connections.read({*id}, [shared](const protocol::ConnectionInfos& infos) {
        shared->give(infos.front() ? jsonAnswer(connectionJson(*infos.front())) : noSuchConnection());
    });
}

} // namespace

void addConnectionRoutes(RouteTable& routes, const OperatorGuard& guard, const ConnectionPort& connections) {
    const auto lists = std::make_shared<ConnectionLists>();
    routes.getLater(
        "/admin/api/connections",
        guard.guarded(auth::Permission::View, [connections, lists](const RoutedRequest& routed,
                                                                   const auto& session, AnswerOnce answer) {
            list(connections, lists, routed, session, std::move(answer));
        }));
    routes.getBetween(
        "/admin/api/connections/", "id", {},
        guard.guarded(auth::Permission::View,
                      [connections](const RoutedRequest& routed, const auto& /*session*/, AnswerOnce answer) {
                          readOne(connections, routed, std::move(answer));
                      }));
}

} // namespace chinwag::http
