#include "store/RuleTables.h"

#include "hub/AuditJson.h"
#include "store/AuditTable.h"
#include "store/SqlConnection.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace chinwag::store {

namespace {

using hub::Sanction;
using hub::StoreError;

constexpr qint64 forEver = std::numeric_limits<qint64>::max();
constexpr std::size_t mostSanctions = 1'000;

qint64 endOf(const std::optional<hub::StoreTime>& until) {
    return until ? qint64{*until} : forEver;
}

std::optional<hub::StoreTime> untilOf(const QVariant& end) {
    const auto time = end.toLongLong();
    return time == forEver ? std::nullopt : std::optional<hub::StoreTime>(time);
}

Sanction sanctionOf(const QSqlQuery& row) {
    Sanction out;
    out.id = row.value(0).toULongLong();
    out.kind = static_cast<Sanction::Kind>(row.value(1).toInt());
    out.target.kind = static_cast<hub::SanctionTarget::Kind>(row.value(2).toInt());
    out.target.value = fromSql(row.value(3));
    out.channel = fromSql(row.value(4));
    out.createdAt = row.value(5).toLongLong();
    out.until = untilOf(row.value(6));
    out.reason = fromSql(row.value(7));
    out.note = fromSql(row.value(8));
    out.by = fromSql(row.value(9));
    if (const auto lifted = row.value(10).toLongLong(); lifted != 0)
        out.lifted = Sanction::Lift{lifted, fromSql(row.value(11))};
    return out;
}

hub::RoomRules roomRulesOf(const QSqlQuery& row) {
    return {fromSql(row.value(0)), row.value(1).toInt() != 0,
            static_cast<std::uint32_t>(row.value(2).toLongLong())};
}

hub::Lockdown lockdownOf(const QSqlQuery& row) {
    return {static_cast<hub::Lockdown::Level>(row.value(0).toInt()), untilOf(row.value(1)),
            fromSql(row.value(2)), fromSql(row.value(3)), row.value(4).toLongLong()};
}

bool readLockdown(SqlConnection& connection, hub::Lockdown& into) {
    return connection.each("lockdown_last", {}, [&](const QSqlQuery& row) { into = lockdownOf(row); });
}

const char* columnName(hub::SanctionColumn column) {
    switch (column) {
    case hub::SanctionColumn::Until: return "ends";
    case hub::SanctionColumn::Target: return "target";
    case hub::SanctionColumn::By: return "by_operator";
    case hub::SanctionColumn::CreatedAt: break;
    }
    return "id";
}

} // namespace

RuleResult<hub::ModerationState> readRules(SqlConnection& connection, hub::StoreTime now) {
    hub::ModerationState state;
    const bool read = connection.each("sanctions_held", {qint64{now}}, [&](const QSqlQuery& row) {
        state.sanctions.push_back(sanctionOf(row));
    }) && connection.each("room_rules", {}, [&](const QSqlQuery& row) {
        state.rooms.push_back(roomRulesOf(row));
    }) && readLockdown(connection, state.lockdown);
    if (!read)
        return std::nullopt;
    return state;
}

RuleResult<hub::SanctionPage> readSanctions(SqlConnection& connection, const hub::SanctionQuery& query) {
    hub::SanctionPage page;
    const QVariant kind = static_cast<int>(query.kind);
    const QVariant onlyActive = query.activeAt ? 1 : 0;
    const QVariant now = qint64{query.activeAt.value_or(0)};
    const QVariant pattern = toSql(likePattern(query.text, true, true));
    const auto total = connection.number("sanction_count", {kind, onlyActive, now, pattern});
    if (!total)
        return std::nullopt;
    page.total = static_cast<std::uint64_t>(*total);
    const QString direction = query.descending ? QStringLiteral("DESC") : QStringLiteral("ASC");
    const QString order = QStringLiteral(" ORDER BY %1 %2, id %2 LIMIT ? OFFSET ?")
                              .arg(QLatin1String(columnName(query.sort)), direction);
    auto* const list = connection.prepared("sanction_list" + order.toStdString(),
                                           connection.text().statement("sanction_list") + order);
    if (list == nullptr)
        return std::nullopt;
    int place = 0;
    for (const QVariant& value :
         {kind, onlyActive, now, pattern, QVariant(static_cast<qint64>(std::min(query.limit, mostSanctions))),
          QVariant(static_cast<qint64>(query.offset))})
        list->bindValue(place++, value);
    if (!connection.execute(*list))
        return std::nullopt;
    while (list->next())
        page.sanctions.push_back(sanctionOf(*list));
    list->finish();
    return page;
}

RuleResult<Sanction> addSanction(SqlConnection& connection, Sanction sanction, hub::AuditEntry audit) {
    const bool added =
        connection
            .change("sanction_insert",
                    {static_cast<int>(sanction.kind), static_cast<int>(sanction.target.kind),
                     toSql(sanction.target.value), toSql(sanction.channel), qint64{sanction.createdAt},
                     endOf(sanction.until), toSql(sanction.reason), toSql(sanction.note), toSql(sanction.by)})
            .has_value();
    const auto id = added ? connection.number("sanction_last") : std::nullopt;
    if (!id)
        return std::nullopt;
    sanction.id = static_cast<std::uint64_t>(*id);
    audit.after = hub::auditJson(sanction);
    if (!appendAudit(connection, audit))
        return std::nullopt;
    return sanction;
}

RuleResult<Sanction> liftSanction(SqlConnection& connection, Sanction::Kind kind, std::uint64_t id,
                                  const Sanction::Lift& lift, hub::AuditEntry audit) {
    std::optional<Sanction> sanction;
    const auto number = static_cast<qint64>(id);
    if (!connection.each("sanction_find", {static_cast<int>(kind), number},
                         [&](const QSqlQuery& row) { sanction = sanctionOf(row); }))
        return std::nullopt;
    if (!sanction)
        return StoreError{StoreError::Kind::NotFound, "there is none of that number"};
    if (sanction->lifted)
        return StoreError{StoreError::Kind::Refused, "it has been lifted before"};
    audit.target = hub::auditTarget(*sanction);
    audit.before = hub::auditJson(*sanction);
    sanction->lifted = lift;
    audit.after = hub::auditJson(*sanction);
    if (!connection.change("sanction_lift", {qint64{lift.at}, toSql(lift.by), number}) ||
        !appendAudit(connection, audit))
        return std::nullopt;
    return *std::move(sanction);
}

RuleResult<hub::RoomRules> setRoomRules(SqlConnection& connection, hub::RoomRules rules,
                                        hub::AuditEntry audit) {
    hub::RoomRules before{rules.channel};
    const QVariant channel = toSql(rules.channel);
    if (!connection.each("room_rules_of", {channel},
                         [&](const QSqlQuery& row) { before = roomRulesOf(row); }))
        return std::nullopt;
    const auto changed =
        rules.isEmpty()
            ? connection.change("room_rules_delete", {channel})
            : connection.change("room_rules_set", {channel, rules.locked ? 1 : 0, qint64{rules.slowSeconds}});
    audit.before = hub::auditJson(before);
    audit.after = hub::auditJson(rules);
    if (!changed || !appendAudit(connection, audit))
        return std::nullopt;
    return rules;
}

RuleResult<hub::Lockdown> setLockdown(SqlConnection& connection, hub::Lockdown lockdown,
                                      hub::AuditEntry audit) {
    hub::Lockdown before;
    if (!readLockdown(connection, before))
        return std::nullopt;
    audit.before = hub::auditJson(before);
    audit.after = hub::auditJson(lockdown);
    if (!connection.change("lockdown_insert",
                           {static_cast<int>(lockdown.level), endOf(lockdown.until), toSql(lockdown.reason),
                            toSql(lockdown.by), qint64{lockdown.since}}) ||
        !appendAudit(connection, audit))
        return std::nullopt;
    return lockdown;
}

RuleResult<hub::StoreNothing> resolveReport(SqlConnection& connection, const hub::Resolution& resolution,
                                            hub::AuditEntry audit) {
    std::optional<int> outcome;
    const auto number = static_cast<qint64>(resolution.number);
    if (!connection.each("report_find", {number}, [&](const QSqlQuery& row) {
            outcome = row.value(0).toInt();
            audit.target += ": " + fromSql(row.value(2)) + ' ' + fromSql(row.value(1));
        }))
        return std::nullopt;
    if (!outcome)
        return StoreError{StoreError::Kind::NotFound, "there is no such report"};
    if (*outcome != 0)
        return StoreError{StoreError::Kind::Refused, "it has been resolved before"};
    audit.after = resolution.outcome == hub::Report::Outcome::Acted ? R"({"outcome":"acted"})"
                                                                    : R"({"outcome":"dismissed"})";
    if (!connection.change("report_resolve", {static_cast<int>(resolution.outcome), qint64{resolution.time},
                                              toSql(resolution.by), toSql(resolution.note), number}) ||
        !appendAudit(connection, audit))
        return std::nullopt;
    return hub::StoreNothing{};
}

} // namespace chinwag::store
