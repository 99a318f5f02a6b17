// What the kernel says about a running process, from /proc.
#pragma once

#include <QtGlobal>

namespace chinwag::test {

/// Resident memory in KiB; -1 when the process is gone.
qint64 residentKiB(qint64 pid);

/// Time on a CPU so far, user and system, in clock ticks (see sysconf(_SC_CLK_TCK)); -1 when it is gone.
qint64 cpuTicks(qint64 pid);

/// Lets this process open at least `count` descriptors; false when the system forbids it.
bool allowDescriptors(quint64 count);

/// Sanitizers keep freed memory, so that bounds on memory mean nothing under them.
constexpr bool memoryIsMeasurable() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return false;
#else
    return true;
#endif
}

} // namespace chinwag::test
