// Plays one case of the suite over an open connection.
#pragma once

#include "conformance/Case.h"
#include "support/WebSocketProbe.h"

#include <QString>

namespace chinwag::test {

/// What went wrong; empty when all came as expected and the connection ended as RFC 6455 section 7 has it.
/// The case's bytes must have been sent already.
QString play(const Case& testCase, WebSocketProbe& probe);

} // namespace chinwag::test
