// Operators, their sessions and what they are shown in more than one place, as JSON.
#pragma once

#include "auth/OperatorSessions.h"
#include "metrics/LogRing.h"

#include <QtCore/QJsonObject>

#include <string>

namespace chinwag::hub {
class Store;
}

namespace chinwag::http {

/// {name, role}
QJsonObject operatorJson(const auth::OperatorSessions::Session& session);

/// All that is to be known of a session. `own`: it is the one that asks.
QJsonObject sessionJson(const auth::OperatorSessions::Session& session, bool own);

/// A record of the log.
QJsonObject logJson(const metrics::LogEntry& entry);

/// How the store is: "writable", why it is not, or "none".
std::string storeWord(const hub::Store* store);

} // namespace chinwag::http
