#include "store/AuditTable.h"

#include "store/SqlConnection.h"

#include <algorithm>

namespace chinwag::store {

namespace {

constexpr qint64 walkedAtOnce = 1'000;
constexpr std::size_t mostEntries = 1'000;

hub::AuditEntry entryOf(const QSqlQuery& row) {
    hub::AuditEntry entry;
    entry.seq = row.value(0).toULongLong();
    entry.time = row.value(1).toLongLong();
    int column = 2;
    for (std::string* const text : {&entry.actor, &entry.action, &entry.target, &entry.reason, &entry.before,
                                    &entry.after, &entry.previous, &entry.hash})
        *text = fromSql(row.value(column++));
    return entry;
}

// An absent filter lets everything through.
QVariant patternOf(const std::string& text, bool before, bool after) {
    return text.empty() ? QVariant(QStringLiteral("%")) : toSql(likePattern(text, before, after));
}

} // namespace

std::string likePattern(std::string_view text, bool before, bool after) {
    std::string out = before ? "%" : "";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '!')
            out += '!';
        out += c;
    }
    return after ? out + '%' : out;
}

bool appendAudit(SqlConnection& connection, hub::AuditEntry& entry) {
    // A command may append beside the server; one waits for the other.
    const auto& lock = connection.text().statement("audit_lock");
    if (!lock.isEmpty() && !connection.execute(lock))
        return false;
    std::uint64_t seq = 0;
    std::string hash;
    const bool read = connection.each("audit_last", {}, [&](const QSqlQuery& row) {
        seq = row.value(0).toULongLong();
        hash = fromSql(row.value(1));
    });
    if (!read)
        return false;
    entry = hub::chained(std::move(entry), seq, hash);
    return connection
        .change("audit_insert",
                {static_cast<qint64>(entry.seq), qint64{entry.time}, toSql(entry.actor), toSql(entry.action),
                 toSql(entry.target), toSql(entry.reason), toSql(entry.before), toSql(entry.after),
                 toSql(entry.previous), toSql(entry.hash)})
        .has_value();
}

std::optional<hub::StoreResult<std::vector<hub::AuditEntry>>> readAudit(SqlConnection& connection,
                                                                        const hub::AuditQuery& query) {
    std::vector<hub::AuditEntry> out;
    const auto before = query.before == 0 ? endOfAll : static_cast<qint64>(query.before);
    const bool read = connection.each(
        "audit_list",
        {before, qint64{query.since.value_or(0)}, qint64{query.until.value_or(endOfAll)},
         patternOf(query.actor, false, false), patternOf(query.action, false, query.action.ends_with('.')),
         patternOf(query.target, true, true), static_cast<qint64>(std::min(query.limit, mostEntries))},
        [&](const QSqlQuery& row) { out.push_back(entryOf(row)); });
    if (!read)
        return std::nullopt;
    return out;
}

std::optional<hub::StoreResult<hub::AuditVerdict>> verifyAudit(SqlConnection& connection,
                                                               const std::function<bool()>& stopping) {
    hub::AuditWalk walk;
    std::string fault;
    bool more = true;
    while (more && fault.empty()) {
        if (stopping())
            return hub::StoreError{hub::StoreError::Kind::Unavailable, "stopped before the end"};
        more = false;
        const bool read = connection.each("audit_forward", {static_cast<qint64>(walk.count()), walkedAtOnce},
                                          [&](const QSqlQuery& row) {
                                              if (fault.empty())
                                                  fault = walk.take(entryOf(row));
                                              more = true;
                                          });
        if (!read)
            return std::nullopt;
    }
    return hub::AuditVerdict{walk.count(), walk.hash(), fault};
}

} // namespace chinwag::store
