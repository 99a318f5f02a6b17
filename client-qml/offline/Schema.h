// The tables of the offline file, and how an older one becomes today's.
#pragma once

#include <QString>

class QSqlDatabase;

namespace chinwag::offline {

/// Of the file that this program writes.
inline constexpr int schemaVersion = 1;

/// Makes the tables in a new file and brings an older one up to date, in one transaction. What went wrong,
/// for a person; empty when nothing did.
QString prepare(QSqlDatabase& database);

} // namespace chinwag::offline
