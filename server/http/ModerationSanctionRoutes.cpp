#include "http/ModerationSanctionRoutes.h"

#include "http/JsonMessage.h"
#include "http/ModerationAnswers.h"
#include "http/ProblemType.h"
#include "http/RequestFields.h"

#include <QtCore/QJsonArray>

#include <charconv>
#include <limits>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::OperatorSessions;
using hub::Sanction;
using hub::SanctionTarget;

constexpr std::uint64_t usualSanctionPage = 50;
constexpr std::uint64_t longestSanctionPage = 500;
constexpr std::size_t maxTargetBytes = 255;

QJsonObject toJson(const Sanction& sanction, hub::StoreTime now) {
    return {{u"id"_s, jsonNumber(sanction.id)},
            {u"kind"_s, jsonText(hub::name(sanction.kind))},
            {u"target"_s, jsonText(hub::name(sanction.target.kind))},
            {u"value"_s, QString::fromStdString(sanction.target.value)},
            {u"room"_s, textOrNull(sanction.channel)},
            {u"created_at"_s, timeOrNull(sanction.createdAt)},
            {u"until"_s, timeOrNull(sanction.until)},
            {u"reason"_s, QString::fromStdString(sanction.reason)},
            {u"note"_s, QString::fromStdString(sanction.note)},
            {u"by"_s, QString::fromStdString(sanction.by)},
            {u"active"_s, sanction.isActive(now)},
            {u"lifted_at"_s, timeOrNull(sanction.lifted ? std::optional(sanction.lifted->at) : std::nullopt)},
            {u"lifted_by"_s, textOrNull(sanction.lifted ? sanction.lifted->by : std::string())}};
}

void list(const ModerationAccess& access, Sanction::Kind kind, const RoutedRequest& routed,
          AnswerOnce answer) {
    QueryFields fields(routed.request, {"state", "q", "sort", "limit", "cursor"});
    const auto now = access.desk.hub().moderation().now();
    hub::SanctionQuery query;
    query.kind = kind;
    if (fields.choice("state", {"active", "all"}) == 0)
        query.activeAt = now;
    query.text = fields.text("q");
    // Each column upwards and then downwards.
    const auto sort = fields.choice(
        "sort", {"-created_at", "created_at", "-until", "until", "-value", "value", "-by", "by"});
    query.sort = static_cast<hub::SanctionColumn>(sort / 2);
    query.descending = sort % 2 == 0;
    query.limit = static_cast<std::size_t>(fields.whole("limit", usualSanctionPage, 1, longestSanctionPage));
    query.offset = fields.cursor();
    if (fields.fault())
        return answer.give(*fields.fault());
    auto shared = share(std::move(answer));
    access.desk.store().sanctions(
        query, answering<hub::SanctionPage>(
                   shared, {}, [shared, now, offset = query.offset](const hub::SanctionPage& page) {
                       QJsonArray items;
                       for (const auto& one : page.sanctions)
                           items.append(toJson(one, now));
                       shared->give(jsonAnswer(
                           {{u"total"_s, jsonNumber(page.total)},
                            {u"items"_s, items},
                            {u"next_cursor"_s, nextCursor(offset, page.sanctions.size(), page.total)}}));
                   }));
}

// What is to be imposed, but for its id and its times.
Sanction readSanction(BodyFields& fields, Sanction::Kind kind, const ModerationAccess& access) {
    Sanction sanction;
    sanction.kind = kind;
    const auto word = fields.text("target", maxTargetBytes, true);
    const auto value = fields.text("value", maxTargetBytes, true);
    const auto target = SanctionTarget::kindCalled(word);
    if (!target) {
        fields.complain("'target' must be user, address, cidr or device");
        return sanction;
    }
    auto made = SanctionTarget::make(*target, value);
    if (const auto* const fault = std::get_if<std::string>(&made))
        fields.complain("'value' is not allowed: " + *fault);
    else
        sanction.target = std::get<SanctionTarget>(std::move(made));
    sanction.channel = fields.text("room", maxTargetBytes);
    if (!sanction.channel.empty() && access.desk.hub().namespaces().find(sanction.channel) == nullptr)
        fields.complain("'room' must name a channel, such as chat:lobby");
    sanction.note = fields.text("note", maxNoteBytes);
    return sanction;
}

void impose(const ModerationAccess& access, Sanction::Kind kind, const RoutedRequest& routed,
            const OperatorSessions::Session& session, AnswerOnce answer) {
    BodyFields fields(routed.request, {"target", "value", "room", "minutes", "reason", "note", "dry_run"});
    auto sanction = readSanction(fields, kind, access);
    const auto duration = fields.minutes();
    const bool isDry = fields.flag("dry_run").value_or(false);
    const auto reason = fields.text("reason", maxReasonBytes, !isDry);
    if (fields.fault())
        return answer.give(*fields.fault());
    auto shared = share(std::move(answer));
    if (isDry) {
        return answerPreview(
            access,
            [target = sanction.target, channel = sanction.channel](const hub::Session& one) {
                return one.isIn(channel) && target.includes(one.subject());
            },
            shared);
    }
    access.desk.impose(std::move(sanction), duration, {session.operatorName, reason},
                       answering<Sanction>(shared, {}, [access, shared](const Sanction& imposed) {
                           const auto now = access.desk.hub().moderation().now();
                           answerReviewed(access, toJson(imposed, now), shared);
                       }));
}

void lift(const ModerationAccess& access, Sanction::Kind kind, const RoutedRequest& routed,
          const OperatorSessions::Session& session, AnswerOnce answer) {
    BodyFields fields(routed.request, {"reason"});
    const auto reason = fields.text("reason", maxReasonBytes);
    if (fields.fault())
        return answer.give(*fields.fault());
    std::uint64_t id = 0;
    const auto* const end = routed.rest.data() + routed.rest.size();
    const auto [stop, error] = std::from_chars(routed.rest.data(), end, id);
    const auto missing = "there is no " + std::string(hub::name(kind)) + " of that number";
    if (error != std::errc() || stop != end || id > std::numeric_limits<std::int64_t>::max())
        return answer.give(protocol::problem(404, missing, problem_type::noSuchEntry));
    auto shared = share(std::move(answer));
    access.desk.lift(kind, id, {session.operatorName, reason},
                     answering<Sanction>(shared, missing, [access, shared](const Sanction& lifted) {
                         shared->give(jsonAnswer(toJson(lifted, access.desk.hub().moderation().now())));
                     }));
}

void addRoutesOf(RouteTable& routes, const OperatorGuard& guard, const ModerationAccess& access,
                 const std::string& path, Sanction::Kind kind) {
    routes.getAndPost(
        path,
        guard.guarded(auth::Permission::View,
                      [access, kind](const RoutedRequest& routed, const auto& /*session*/,
                                     AnswerOnce answer) { list(access, kind, routed, std::move(answer)); }),
        guard.guarded(auth::Permission::Moderate,
                      [access, kind](const RoutedRequest& routed, const auto& session, AnswerOnce answer) {
                          impose(access, kind, routed, session, std::move(answer));
                      }));
    routes.postBetween(
        path + "/", "id", "/lift",
        guard.guarded(auth::Permission::Moderate,
                      [access, kind](const RoutedRequest& routed, const auto& session, AnswerOnce answer) {
                          lift(access, kind, routed, session, std::move(answer));
                      }));
}

} // namespace

void addSanctionRoutes(RouteTable& routes, const OperatorGuard& guard, const ModerationAccess& access) {
    addRoutesOf(routes, guard, access, "/admin/api/bans", Sanction::Kind::Ban);
    addRoutesOf(routes, guard, access, "/admin/api/mutes", Sanction::Kind::Mute);
}

} // namespace chinwag::http
