#include "offline/Schema.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <iterator>

namespace chinwag::offline {

namespace {

class SchemaText {
    Q_DECLARE_TR_FUNCTIONS(OfflineStore)
};

// One more at the end for each version; those that are there are never changed.
constexpr const char* migrations[] = {R"(
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE room (
    room TEXT PRIMARY KEY,
    stream_offset INTEGER NOT NULL,
    epoch TEXT NOT NULL,
    newest_id TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE message (
    room TEXT NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    nick TEXT NOT NULL,
    user TEXT NOT NULL,
    text TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    kind INTEGER NOT NULL,
    edited INTEGER NOT NULL,
    own INTEGER NOT NULL,
    UNIQUE (room, id)
);
CREATE INDEX message_by_time ON message (room, at);
CREATE TABLE outbox (
    client_id TEXT PRIMARY KEY,
    room TEXT NOT NULL,
    text TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    sent_at INTEGER,
    failed INTEGER NOT NULL
);
)"};
static_assert(std::size(migrations) == schemaVersion);

// SQLite takes one statement at a time.
bool runAll(QSqlQuery& query, const QString& script) {
    for (const QString& statement : script.split(u';')) {
        if (!statement.trimmed().isEmpty() && !query.exec(statement))
            return false;
    }
    return true;
}

} // namespace

QString prepare(QSqlDatabase& database) {
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return query.lastError().text();
    const int version = query.value(0).toInt();
    query.finish();
    if (version == schemaVersion)
        return {};
    if (version > schemaVersion)
        return SchemaText::tr("it was written by a newer version of this program");
    if (!database.transaction())
        return database.lastError().text();
    for (int next = version; next < schemaVersion; ++next) {
        if (!runAll(query, QString::fromLatin1(migrations[next]))) {
            const QString fault = query.lastError().text();
            database.rollback();
            return fault;
        }
    }
    if (!query.exec(QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion)) || !database.commit()) {
        const QString fault = database.lastError().text();
        database.rollback();
        return fault;
    }
    return {};
}

} // namespace chinwag::offline
