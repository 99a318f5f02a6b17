#include "app/Version.h"

namespace chinwag::app {

QString version() {
    return QStringLiteral(CHINWAG_VERSION);
}

} // namespace chinwag::app
