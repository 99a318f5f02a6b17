#include "resources/Resources.h"

#include <QtGlobal>

// The macro declares a function of the global namespace, so it cannot stand in a namespace.
static void registerPages() {
    Q_INIT_RESOURCE(chinwag_pages);
}

namespace chinwag {

void initResources() {
    registerPages();
}

} // namespace chinwag
