#include "store/OperatorPurge.h"

#include "store/AuditTable.h"
#include "store/SqlConnection.h"

namespace chinwag::store {

bool OperatorPurge::look(SqlConnection& connection, std::int64_t from, std::int64_t to) {
    seen_.clear();
    const auto take = [this](const QSqlQuery& row) {
        seen_.emplace_back(fromSql(row.value(0)), fromSql(row.value(1)));
    };
    const QVariant name = toSql(user());
    return oneChannel() ? connection.each("purge_find_channel",
                                          {qint64{from}, qint64{to}, name, toSql(channel())}, take)
                        : connection.each("purge_find", {qint64{from}, qint64{to}, name}, take);
}

void OperatorPurge::committed() {
    UserSweep::committed();
    for (auto& [channel, id] : seen_)
        purged_.add(channel, std::move(id));
    seen_.clear();
}

bool OperatorPurge::finish(SqlConnection& connection) {
    auto entry = audit_;
    entry.after = "{\"messages\":" + std::to_string(purged_.count + seen_.size()) + '}';
    return appendAudit(connection, entry);
}

} // namespace chinwag::store
