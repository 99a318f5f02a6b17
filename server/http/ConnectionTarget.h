// One connection that an operator does something to.
#pragma once

#include "protocol/ConnectionInfo.h"
#include "protocol/HttpMessage.h"

#include <string>

namespace chinwag::http {

protocol::HttpAnswer noSuchConnection();

/// {id, nick}
protocol::HttpAnswer connectionAnswer(const protocol::ConnectionInfo& info);

/// Whom it was done to, for the record: the nickname, the user behind it, and from where.
std::string recordedTarget(const protocol::ConnectionInfo& info);

} // namespace chinwag::http
