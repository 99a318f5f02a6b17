// Ten minutes of a busy server, for pictures.
#pragma once

#include "models/StatsHistory.h"

#include <optional>

namespace chinwag::test {

/// Of the ten minutes that fillHistory() tells of, in seconds before now.
struct Gap {
    int from;
    int until;
};

/// A busy evening, ten minutes of it, ending now.
void fillHistory(admin::StatsHistory& history, std::optional<Gap> gap = {});

} // namespace chinwag::test
