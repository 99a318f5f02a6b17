// Under what name this room writes to the log.
#pragma once

#include <QtCore/QLoggingCategory>

namespace chinwag::store {

Q_DECLARE_LOGGING_CATEGORY(lcStore)

} // namespace chinwag::store
