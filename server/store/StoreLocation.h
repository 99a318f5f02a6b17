// Where the history is kept, as the configuration says it.
#pragma once

#include <QtCore/QString>

#include <cstdint>
#include <variant>

namespace chinwag::store {

struct StoreLocation {
    enum class Kind : std::uint8_t { Sqlite, PostgreSql };

    Kind kind = Kind::Sqlite;
    QString path; ///< SQLite: the file

    QString host; ///< PostgreSQL: a name, an address, or the folder of its socket; empty: libpq's default
    int port = 5432;
    QString database;
    QString user;
    QString password;
    QString options; ///< in libpq's words, separated by ';'

    /// `sqlite:PATH`, `sqlite:///PATH`, a bare path, or
    /// `postgresql://USER:PASSWORD@HOST:PORT/DATABASE?OPTION=...`, where `host` may also be given as an
    /// option. Otherwise what is wrong with it.
    static std::variant<StoreLocation, QString> parse(const QString& url);

    /// For the log: without the password.
    QString toString() const;
};

} // namespace chinwag::store
