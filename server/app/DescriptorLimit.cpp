#include "app/DescriptorLimit.h"

#include <cerrno>
#include <filesystem>
#include <iterator>
#include <limits>
#include <sys/resource.h>
#include <system_error>

namespace chinwag::app {

std::optional<QString> raiseDescriptorLimit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        if (setrlimit(RLIMIT_NOFILE, &limit) == 0)
            return std::nullopt;
    }
    return QStringLiteral("the limit on open files cannot be raised: %1").arg(qt_error_string(errno));
}

std::size_t freeDescriptors(std::size_t reserve) {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return std::numeric_limits<std::size_t>::max();
    std::error_code error;
    const std::filesystem::directory_iterator open("/proc/self/fd", error);
    const auto inUse = error ? reserve : static_cast<std::size_t>(std::distance(begin(open), end(open)));
    return limit.rlim_cur > inUse + reserve ? limit.rlim_cur - inUse - reserve : 1;
}

} // namespace chinwag::app
