// Under what name this room writes to the log.
#pragma once

#include <QtCore/QLoggingCategory>

namespace chinwag::http {

Q_DECLARE_LOGGING_CATEGORY(lcAdmin)
Q_DECLARE_LOGGING_CATEGORY(lcApi)

} // namespace chinwag::http
