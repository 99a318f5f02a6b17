#include "auth/Logging.h"

namespace chinwag::auth {

Q_LOGGING_CATEGORY(lcAuth, "chinwag.auth")

} // namespace chinwag::auth
