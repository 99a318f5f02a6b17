// What this installation of the program calls itself, so that operators can keep off a device and not all who
// share its address.
#pragma once

#include "models/Preferences.h"

#include <QString>
#include <QUrl>

namespace chinwag::models {

/// 32 hexadecimal digits, the same for that server each time, and for no two servers: they cannot tell by it
/// that they have the same visitor. It says nothing of the machine or of who uses it. Empty where nothing
/// outlives the program, since a name that changes names nothing.
QString deviceName(Preferences& preferences, const QUrl& server);

} // namespace chinwag::models
