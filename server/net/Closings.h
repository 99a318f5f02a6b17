// Which of the reasons that are counted a close code stands for.
#pragma once

#include "metrics/WorkerMetrics.h"
#include "protocol/CloseCode.h"

namespace chinwag::net {

metrics::Closing closingFor(protocol::CloseCode code);

} // namespace chinwag::net
