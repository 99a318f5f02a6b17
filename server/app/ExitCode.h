// What the program's exit status says.
#pragma once

namespace chinwag::app {

enum ExitCode : int {
    Success = 0,
    Failure = 1,
    UsageError = 2,
    ConfigurationError = 78 ///< EX_CONFIG of sysexits.h: a restart would not help
};

} // namespace chinwag::app
