// One connection to the database, with its prepared statements.
#pragma once

#include "hub/Store.h"
#include "store/SqlText.h"
#include "store/StoreLocation.h"

#include <QtCore/QString>
#include <QtCore/QVariant>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace chinwag::store {

/// No row has a larger number, and no time is later.
inline constexpr qint64 endOfAll = std::numeric_limits<qint64>::max();

/// Opened, used and destroyed on one thread.
class SqlConnection {
public:
    explicit SqlConnection(StoreLocation location);
    ~SqlConnection();
    SqlConnection(const SqlConnection&) = delete;
    SqlConnection& operator=(const SqlConnection&) = delete;

    /// Also opens again what was open.
    std::optional<hub::StoreError> open();
    void close();
    bool isOpen() const { return database_.isOpen(); }

    const SqlText& text() const { return text_; }
    const StoreLocation& location() const { return location_; }
    /// Why the last call failed.
    const hub::StoreError& error() const { return error_; }
    void setError(hub::StoreError error) { error_ = std::move(error); }

    bool begin();
    /// Begins a transaction that will write, before it reads: what it reads stays true until it has written,
    /// though a command writes beside the server.
    bool beginWriting();
    bool commit();
    void rollback();

    /// Executes a statement that is prepared once; answers how many rows it changed.
    std::optional<qint64> change(std::string_view name, std::initializer_list<QVariant> values);
    /// Calls `row(const QSqlQuery&)` for each row that the statement finds. False when it failed.
    template <typename Row>
    bool each(std::string_view name, std::initializer_list<QVariant> values, Row row) {
        QSqlQuery* const query = run(name, values);
        while (query != nullptr && query->next())
            row(static_cast<const QSqlQuery&>(*query));
        return finish(query);
    }
    /// The integer of the first row; 0 when there is no row or it holds nothing.
    std::optional<qint64> number(std::string_view name, std::initializer_list<QVariant> values = {});
    /// Executes text that is not kept.
    bool execute(const QString& sql);

    /// A statement kept under a name of its own: for those that are put together.
    QSqlQuery* prepared(const std::string& name, const QString& sql);
    /// Executes what is prepared and bound. False when it failed.
    bool execute(QSqlQuery& query);

private:
    QSqlQuery* run(std::string_view name, std::initializer_list<QVariant> values);
    // Lets go of what a statement holds: SQLite's would keep its snapshot, and the log could not shrink.
    bool finish(QSqlQuery* query);
    void configure();

    const StoreLocation location_;
    const SqlText text_;
    const QString name_;
    QSqlDatabase database_;
    std::unordered_map<std::string, QSqlQuery> statements_;
    hub::StoreError error_;
};

/// Text on its way into the database and out of it, byte for byte but for a leading U+FEFF.
QVariant toSql(std::string_view text);
std::string fromSql(const QVariant& value);

} // namespace chinwag::store
