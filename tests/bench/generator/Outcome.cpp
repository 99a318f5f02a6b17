#include "bench/generator/Outcome.h"

#include <cerrno>
#include <system_error>

namespace chinwag::bench {

Failure systemFailure(const std::string& what) {
    return Failure{what + ": " + std::generic_category().message(errno)};
}

} // namespace chinwag::bench
