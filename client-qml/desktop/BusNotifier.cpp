#include "desktop/BusNotifier.h"

namespace chinwag::desktop {

BusNotifier::BusNotifier(QObject* parent)
    : notify::BusNotifier({QStringLiteral("Chinwag"), QStringLiteral("chinwag"), tr("Open"),
                           QStringLiteral("im.received"), QStringLiteral("message-new-instant")},
                          parent) {}

} // namespace chinwag::desktop
