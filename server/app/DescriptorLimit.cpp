#include "app/DescriptorLimit.h"

#include <cerrno>
#include <cstring>
#include <sys/resource.h>

namespace chinwag::app {

std::optional<QString> raiseDescriptorLimit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        if (setrlimit(RLIMIT_NOFILE, &limit) == 0)
            return std::nullopt;
    }
    return QStringLiteral("the limit on open files cannot be raised: %1")
        .arg(QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace chinwag::app
