// Whether a server is well, and if not, what is wrong with it, in words.
#pragma once

#include "models/StatsHistory.h"

#include <QStringList>

namespace chinwag::admin {

/// What is wrong, the worst first; empty when the server is well.
QStringList faultsOf(const Stats& stats, const Sample& sample);

} // namespace chinwag::admin
