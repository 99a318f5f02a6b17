// What an error of a database means for those who wait.
#pragma once

#include "hub/Store.h"

#include <QtSql/QSqlError>

namespace chinwag::store {

/// Unavailable for what may pass by itself (no room, no connection), Refused for what the values are to blame
/// for, Failed for everything else.
hub::StoreError explain(const QSqlError& error);

} // namespace chinwag::store
