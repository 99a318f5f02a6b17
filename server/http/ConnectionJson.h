// An open connection as JSON, and as it is called on record.
#pragma once

#include "protocol/ConnectionInfo.h"

#include <QtCore/QJsonObject>

#include <string>

namespace chinwag::http {

QJsonObject connectionJson(const protocol::ConnectionInfo& info);

/// Whom something was done to: the nickname, the user behind it, and from where.
std::string recordedTarget(const protocol::ConnectionInfo& info);

} // namespace chinwag::http
