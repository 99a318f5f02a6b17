#include "http/KickRoutes.h"

#include "http/ConnectionPageRequest.h"
#include "http/ConnectionTarget.h"
#include "http/JsonMessage.h"
#include "http/Logging.h"
#include "http/ModerationAnswers.h"
#include "http/RequestFields.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::OperatorSessions;
using protocol::ConnectionId;

constexpr std::size_t mostNamed = 1'000;

// Nothing, or what is wrong with it.
std::string faultOf(const QString& reason) {
    if (static_cast<std::size_t>(reason.toUtf8().size()) > maxReasonBytes)
        return "a reason is at most " + std::to_string(maxReasonBytes) + " bytes of UTF-8";
    const bool hasControl = std::any_of(reason.begin(), reason.end(), [](QChar character) {
        return character.category() == QChar::Other_Control;
    });
    return hasControl ? "a reason must not have control characters" : "";
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
    auto shared = share(std::move(answer));
    connections.kick(*id, reason, [shared, reason, record, by = session.operatorName](const auto& kicked) {
        if (!kicked)
            return shared->give(noSuchConnection());
        qCInfo(lcAdmin, "operator %s kicked connection %s (%s, %s, room %s): %s", by.c_str(),
               protocol::toString(kicked->id).c_str(),
               kicked->nick.empty() ? "no nick" : kicked->nick.c_str(), kicked->address.c_str(),
               kicked->room.c_str(), reason.empty() ? "no reason" : reason.c_str());
        record.add("connection.kick", recordedTarget(*kicked), {by, reason},
                   [shared, info = *kicked] { shared->give(connectionAnswer(info)); });
    });
}

/// Whom a request for several is about.
struct Selection {
    std::vector<ConnectionId> ids;                  // those that are named, or else
    std::optional<protocol::ConnectionQuery> query; // those that match
    std::string words;                              // for the record
    std::string reason;
    bool isDry = false;
};

// What can be no id is nobody's, as one that has ended.
std::vector<ConnectionId> idsOf(const std::vector<std::string>& names) {
    std::vector<ConnectionId> ids;
    std::set<std::string> seen;
    for (const auto& name : names) {
        const auto id = protocol::parseConnectionId(name);
        if (id && seen.insert(name).second)
            ids.push_back(*id);
    }
    return ids;
}

std::variant<Selection, protocol::HttpAnswer> readSelection(const RoutedRequest& routed) {
    BodyFields fields(routed.request, {"ids", "query", "reason", "dry_run"});
    const auto names = fields.texts("ids", mostNamed);
    const auto filters = fields.textMap("query");
    Selection selection;
    selection.reason = fields.text("reason", maxReasonBytes);
    selection.isDry = fields.flag("dry_run").value_or(false);
    // Neither would be everybody, which has to be meant: an empty query.
    if (names.has_value() == filters.has_value())
        fields.complain("there must be one of 'ids' and 'query'");
    if (fields.fault())
        return *fields.fault();
    if (names) {
        selection.ids = idsOf(*names);
        selection.words = "named";
        return selection;
    }
    auto read = readConnectionFilters(*filters);
    if (const auto* const fault = std::get_if<std::string>(&read))
        return protocol::problem(400, *fault);
    selection.query = std::get<protocol::ConnectionQuery>(std::move(read));
    selection.words = filters->empty() ? "everybody" : "";
    for (const auto& [name, value] : *filters)
        selection.words.append(selection.words.empty() ? "" : ", ").append(name).append("=").append(value);
    return selection;
}

void previewKick(const ConnectionPort& connections, const std::vector<ConnectionId>& ids, bool areOpen,
                 const SharedAnswer& answer) {
    // Of those that are named some may have ended: all are looked at.
    const auto looked = areOpen ? std::min(ids.size(), mostPreviewed) : ids.size();
    connections.read({ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(looked)},
                     [answer, areOpen, count = ids.size()](const protocol::ConnectionInfos& infos) {
                         protocol::MatchingConnections found;
                         for (const auto& info : infos) {
                             if (!info)
                                 continue;
                             ++found.count;
                             if (found.first.size() < mostPreviewed)
                                 found.first.push_back(*info);
                         }
                         if (areOpen)
                             found.count = count;
                         answer->give(previewAnswer(found));
                     });
}

void kickThese(const ConnectionPort& connections, const OperatorRecord& record, const Selection& selection,
               const std::vector<ConnectionId>& ids, const std::string& by, const SharedAnswer& answer) {
    connections.kickAll(ids, selection.reason, [record, selection, by, answer](std::size_t count) {
        const auto give = [answer, count] { answer->give(jsonAnswer({{u"count"_s, jsonNumber(count)}})); };
        if (count == 0)
            return give();
        const auto target =
            std::to_string(count) + (count == 1 ? " connection: " : " connections: ") + selection.words;
        qCInfo(lcAdmin, "operator %s kicked %s: %s", by.c_str(), target.c_str(),
               selection.reason.empty() ? "no reason" : selection.reason.c_str());
        record.add("connection.kick_many", target, {by, selection.reason}, give);
    });
}

void kickMany(const ConnectionPort& connections, const OperatorRecord& record, const RoutedRequest& routed,
              const OperatorSessions::Session& session, AnswerOnce answer) {
    auto read = readSelection(routed);
    if (const auto* const wrong = std::get_if<protocol::HttpAnswer>(&read))
        return answer.give(*wrong);
    const auto& selection = std::get<Selection>(read);
    auto shared = share(std::move(answer));
    const auto proceed = [connections, record, selection, by = session.operatorName,
                          shared](const std::vector<ConnectionId>& ids) {
        if (selection.isDry)
            previewKick(connections, ids, selection.query.has_value(), shared);
        else
            kickThese(connections, record, selection, ids, by, shared);
    };
    if (!selection.query)
        return proceed(selection.ids);
    connections.list(*selection.query,
                     [proceed](const protocol::ConnectionListing& listing) { proceed(listing.ids); });
}

} // namespace

void addKickRoutes(RouteTable& routes, const OperatorGuard& guard, const ConnectionPort& connections,
                   const OperatorRecord& record) {
    routes.post(
        "/admin/api/connections/kick",
        guard.guarded(auth::Permission::Kick, [connections, record](const RoutedRequest& routed,
                                                                    const auto& session, AnswerOnce answer) {
            kickMany(connections, record, routed, session, std::move(answer));
        }));
    routes.postBetween(
        "/admin/api/connections/", "id", "/kick",
        guard.guarded(auth::Permission::Kick, [connections, record](const RoutedRequest& routed,
                                                                    const auto& session, AnswerOnce answer) {
            kick(connections, record, routed, session, std::move(answer));
        }));
}

} // namespace chinwag::http
