// An open connection as JSON.
#pragma once

#include "protocol/ConnectionInfo.h"

#include <QtCore/QJsonObject>

namespace chinwag::http {

QJsonObject connectionJson(const protocol::ConnectionInfo& info);

} // namespace chinwag::http
