#include "http/Logging.h"

namespace chinwag::http {

Q_LOGGING_CATEGORY(lcAdmin, "chinwag.admin")
Q_LOGGING_CATEGORY(lcApi, "chinwag.api")

} // namespace chinwag::http
