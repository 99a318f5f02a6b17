#include "store/SqlConnection.h"

#include "store/SqlError.h"

#include <QtSql/QSqlError>

#include <atomic>
#include <utility>

namespace chinwag::store {

namespace {

// Qt knows connections by names that are the whole program's.
QString nextName() {
    static std::atomic<unsigned> last{0};
    return QStringLiteral("chinwag-store-%1").arg(++last);
}

} // namespace

QVariant toSql(std::string_view text) {
    // Many are; and a null string would become NULL.
    static const QVariant empty(QStringLiteral(""));
    if (text.empty())
        return empty;
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string fromSql(const QVariant& value) {
    return value.toString().toStdString();
}

SqlConnection::SqlConnection(StoreLocation location)
    : location_(std::move(location)), text_(location_.kind), name_(nextName()) {
    const QString driver =
        location_.kind == StoreLocation::Kind::Sqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL");
    database_ = QSqlDatabase::addDatabase(driver, name_);
    configure();
}

SqlConnection::~SqlConnection() {
    close();
    database_ = QSqlDatabase();
    QSqlDatabase::removeDatabase(name_);
}

void SqlConnection::configure() {
    if (location_.kind == StoreLocation::Kind::Sqlite) {
        database_.setDatabaseName(location_.path);
        // Only another program could hold the file; it is given 5 s.
        database_.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        return;
    }
    database_.setHostName(location_.host);
    database_.setPort(location_.port);
    database_.setDatabaseName(location_.database);
    database_.setUserName(location_.user);
    database_.setPassword(location_.password);
    // A peer that is gone is noticed: in seconds, and in milliseconds for the last one.
    QString options = QStringLiteral("connect_timeout=5;application_name=chinwagd;keepalives_idle=15;"
                                     "keepalives_interval=5;keepalives_count=3;"
                                     "tcp_user_timeout=20000");
    if (!location_.options.isEmpty())
        options += u';' + location_.options;
    database_.setConnectOptions(options);
}

std::optional<hub::StoreError> SqlConnection::open() {
    close();
    if (!database_.isValid())
        return hub::StoreError{hub::StoreError::Kind::Failed,
                               "Qt's driver for this database is not installed: " +
                                   database_.driverName().toStdString()};
    if (!database_.open()) {
        error_ = explain(database_.lastError());
        return error_;
    }
    for (const QString& statement : text_.statements("opening")) {
        if (!execute(statement)) {
            const auto why = error_;
            close();
            return why;
        }
    }
    return std::nullopt;
}

void SqlConnection::close() {
    statements_.clear();
    database_.close();
}

bool SqlConnection::begin() {
    const bool done = database_.transaction();
    if (!done)
        error_ = explain(database_.lastError());
    return done;
}

bool SqlConnection::beginWriting() {
    // SQLite's plain one would have to give up when somebody else has written since it read.
    return location_.kind == StoreLocation::Kind::Sqlite ? execute(QStringLiteral("BEGIN IMMEDIATE"))
                                                         : begin();
}

bool SqlConnection::commit() {
    const bool done = database_.commit();
    if (!done)
        error_ = explain(database_.lastError());
    return done;
}

void SqlConnection::rollback() {
    // It fails where the database has done so by itself, which is what is wanted.
    database_.rollback();
}

QSqlQuery* SqlConnection::prepared(const std::string& name, const QString& sql) {
    const auto found = statements_.find(name);
    if (found != statements_.end())
        return &found->second;
    QSqlQuery query(database_);
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        error_ = explain(query.lastError());
        return nullptr;
    }
    return &statements_.emplace(name, std::move(query)).first->second;
}

bool SqlConnection::execute(QSqlQuery& query) {
    const bool done = query.exec();
    if (!done)
        error_ = explain(query.lastError());
    return done;
}

QSqlQuery* SqlConnection::run(std::string_view name, std::initializer_list<QVariant> values) {
    QSqlQuery* const query = prepared(std::string(name), text_.statement(name));
    if (query == nullptr)
        return nullptr;
    int place = 0;
    for (const QVariant& value : values)
        query->bindValue(place++, value);
    return execute(*query) ? query : nullptr;
}

bool SqlConnection::finish(QSqlQuery* query) {
    if (query == nullptr)
        return false;
    const QSqlError last = query->lastError();
    query->finish();
    if (!last.isValid())
        return true;
    error_ = explain(last);
    return false;
}

std::optional<qint64> SqlConnection::change(std::string_view name, std::initializer_list<QVariant> values) {
    QSqlQuery* const query = run(name, values);
    if (query == nullptr)
        return std::nullopt;
    const qint64 changed = query->numRowsAffected();
    return finish(query) ? std::optional(changed) : std::nullopt;
}

std::optional<qint64> SqlConnection::number(std::string_view name, std::initializer_list<QVariant> values) {
    qint64 out = 0;
    if (!each(name, values, [&](const QSqlQuery& row) { out = row.value(0).toLongLong(); }))
        return std::nullopt;
    return out;
}

bool SqlConnection::execute(const QString& sql) {
    QSqlQuery query(database_);
    const bool done = query.exec(sql);
    if (!done)
        error_ = explain(query.lastError());
    return done;
}

} // namespace chinwag::store
