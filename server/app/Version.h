// Which build this is.
#pragma once

#include <QString>

namespace chinwag::app {

/// "0.1.0"
QString version();

} // namespace chinwag::app
