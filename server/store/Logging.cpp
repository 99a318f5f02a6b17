#include "store/Logging.h"

namespace chinwag::store {

Q_LOGGING_CATEGORY(lcStore, "chinwag.store")

} // namespace chinwag::store
