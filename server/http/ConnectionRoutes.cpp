#include "http/ConnectionRoutes.h"

#include "http/ConnectionJson.h"
#include "http/ConnectionLists.h"
#include "http/ConnectionPageRequest.h"
#include "http/JsonMessage.h"
#include "http/RequestPath.h"

#include <QtCore/QJsonArray>
#include <QtCore/QLoggingCategory>

#include <algorithm>
#include <memory>
#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::OperatorSessions;
using protocol::ConnectionId;
using protocol::ConnectionInfo;

Q_LOGGING_CATEGORY(lcAdmin, "chinwag.admin")

// What fits into a close frame beside its code is 123 bytes; a reason keeps clear of that.
constexpr qsizetype maxReasonBytes = 100;

QJsonValue textOrNull(const std::string& text) {
    return text.empty() ? QJsonValue() : QJsonValue(QString::fromStdString(text));
}

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

// Nothing, or what is wrong with it.
std::string faultOf(const QString& reason) {
    if (reason.toUtf8().size() > maxReasonBytes)
        return "a reason is at most " + std::to_string(maxReasonBytes) + " bytes of UTF-8";
    const bool hasControl = std::any_of(reason.begin(), reason.end(), [](QChar character) {
        return character.category() == QChar::Other_Control;
    });
    return hasControl ? "a reason must not have control characters" : "";
}

protocol::HttpAnswer noSuchConnection() {
    return protocol::problem(404, "there is no such connection; it may have ended");
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

void kick(const ConnectionPort& connections, const OperatorRecord& record, const RoutedRequest& routed,
          const OperatorSessions::Session& session, AnswerOnce answer) {
    const auto body = readJsonStrings(routed.request, {u"reason"_s}, 0);
    if (const auto* const wrong = std::get_if<protocol::HttpAnswer>(&body))
        return answer.give(*wrong);
    const auto text = std::get<QJsonObject>(body)[u"reason"_s].toString();
    if (const auto fault = faultOf(text); !fault.empty())
        return answer.give(protocol::problem(400, fault));
    const auto id = protocol::parseConnectionId(routed.rest);
    if (!id)
        return answer.give(noSuchConnection());
    const auto reason = text.toStdString();
    auto shared = std::make_shared<AnswerOnce>(std::move(answer));
    connections.kick(*id, reason, [shared, reason, record, by = session.operatorName](const auto& kicked) {
        if (!kicked)
            return shared->give(noSuchConnection());
        qCInfo(lcAdmin, "operator %s kicked connection %s (%s, %s, room %s): %s", by.c_str(),
               protocol::toString(kicked->id).c_str(),
               kicked->nick.empty() ? "no nick" : kicked->nick.c_str(), kicked->address.c_str(),
               kicked->room.c_str(), reason.empty() ? "no reason" : reason.c_str());
        record.add("connection.kick", recordedTarget(*kicked), {by, reason}, [shared, info = *kicked] {
            shared->give(jsonAnswer({{u"id"_s, QString::fromStdString(protocol::toString(info.id))},
                                     {u"nick"_s, textOrNull(info.nick)}}));
        });
    });
}

} // namespace

void addConnectionRoutes(RouteTable& routes, const OperatorGuard& guard, const ConnectionPort& connections,
                         const OperatorRecord& record) {
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
    routes.postBetween(
        "/admin/api/connections/", "id", "/kick",
        guard.guarded(auth::Permission::Kick, [connections, record](const RoutedRequest& routed,
                                                                    const auto& session, AnswerOnce answer) {
            kick(connections, record, routed, session, std::move(answer));
        }));
}

} // namespace chinwag::http
