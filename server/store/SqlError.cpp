#include "store/SqlError.h"

#include <QtCore/QString>

namespace chinwag::store {

namespace {

using Kind = hub::StoreError::Kind;

// Result codes of SQLite, without their extension.
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    NoMemory = 7,
    ReadOnly = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    TooBig = 18,
    Constraint = 19,
    Mismatch = 20,
    NotADatabase = 26,
};

Kind sqliteKind(int code) {
    switch (code & 0xff) {
    case Busy:
    case Locked:
    case NoMemory:
    case ReadOnly:
    case InputOutput:
    case Full:
    case CannotOpen: return Kind::Unavailable;
    case TooBig:
    case Constraint:
    case Mismatch: return Kind::Refused;
    default: return Kind::Failed;
    }
}

// Classes of SQLSTATE.
Kind postgresKind(const QString& state) {
    for (const auto* const temporary : {"08", "25006", "40", "53", "55P03", "57", "58"}) {
        if (state.startsWith(QLatin1String(temporary)))
            return Kind::Unavailable;
    }
    if (state.startsWith(u"22") || state.startsWith(u"23") || state.startsWith(u"54"))
        return Kind::Refused;
    return Kind::Failed;
}

} // namespace

hub::StoreError explain(const QSqlError& error) {
    const QString code = error.nativeErrorCode();
    const QString text = error.databaseText().trimmed().isEmpty() ? error.driverText() : error.databaseText();
    Kind kind = Kind::Failed;
    // Without a connection, or when it breaks, nobody is left who would give a code.
    if (code.isEmpty() || (error.type() == QSqlError::ConnectionError && code.size() < 5))
        kind = Kind::Unavailable;
    else if (code.size() == 5)
        kind = postgresKind(code);
    else
        kind = sqliteKind(code.toInt());
    return {kind, text.simplified().toStdString()};
}

} // namespace chinwag::store
