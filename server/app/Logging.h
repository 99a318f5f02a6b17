// Under what name this room writes to the log.
#pragma once

#include <QtCore/QLoggingCategory>

namespace chinwag::app {

Q_DECLARE_LOGGING_CATEGORY(lcApp)

} // namespace chinwag::app
