// Under what name this room writes to the log.
#pragma once

#include <QtCore/QLoggingCategory>

namespace chinwag::auth {

Q_DECLARE_LOGGING_CATEGORY(lcAuth)

} // namespace chinwag::auth
