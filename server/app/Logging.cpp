#include "app/Logging.h"

namespace chinwag::app {

Q_LOGGING_CATEGORY(lcApp, "chinwag.app", QtInfoMsg)

} // namespace chinwag::app
