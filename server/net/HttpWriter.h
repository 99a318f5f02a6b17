// Answers as bytes for the wire.
#pragma once

#include "protocol/HttpMessage.h"

#include <string>

namespace chinwag::net {

/// Writes `answer` with Content-Length, Date, Connection and, where the answer does not set its own, the
/// headers that keep a browser from doing harm with it. Without its body for a HEAD request.
std::string writeAnswer(const protocol::HttpAnswer& answer, bool keepAlive, bool headOnly);

} // namespace chinwag::net
