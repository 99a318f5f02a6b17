// Operators and their sessions as JSON.
#pragma once

#include "auth/OperatorSessions.h"

#include <QtCore/QJsonObject>

namespace chinwag::http {

/// {name, role}
QJsonObject operatorJson(const auth::OperatorSessions::Session& session);

/// All that is to be known of a session. `own`: it is the one that asks.
QJsonObject sessionJson(const auth::OperatorSessions::Session& session, bool own);

} // namespace chinwag::http
