#include "models/StyleCheck.h"

#include <QtGlobal>

namespace chinwag::models {

void leaveOutStyleCheck() {
    qputenv("QT_QUICK_CONTROLS_IGNORE_CUSTOMIZATION_WARNINGS", "1");
}

} // namespace chinwag::models
