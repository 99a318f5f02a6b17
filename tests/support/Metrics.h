// Reads the server's own account of itself, where a test has no other way to see that something happened.
#pragma once

#include "support/ServerProcess.h"

#include <optional>
#include <string_view>

namespace chinwag::test {

/// The value of `series` in /metrics, named as it is printed: `chinwag_closings_total{reason="slow"}`.
std::optional<double> metric(const ServerProcess& server, std::string_view series);

} // namespace chinwag::test
