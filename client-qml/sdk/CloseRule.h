// What a WebSocket close code means for a client: whether it may come back by itself, and what people are
// told.
#pragma once

#include "sdk/Fault.h"

#include <QtGlobal>

namespace chinwag::sdk {

/// Judges the end of a connection that was open. `reason` is the server's and is made fit to be shown.
Fault judgeClose(quint16 code, const QString& reason);

/// One line of at most 300 characters without control characters, with times as they are written here: what
/// a server says is shown to people.
QString presentable(const QString& text);

} // namespace chinwag::sdk
