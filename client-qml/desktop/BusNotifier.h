// The chat's notifications by the desktop's service for them.
#pragma once

#include "desktop/Notifier.h"
#include "notify/BusNotifier.h"

namespace chinwag::desktop {

class BusNotifier : public notify::BusNotifier {
    Q_OBJECT

public:
    explicit BusNotifier(QObject* parent = nullptr);
};

} // namespace chinwag::desktop
