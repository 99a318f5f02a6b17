#pragma once

#include "bench/generator/Outcome.h"

#include <sys/types.h>
#include <vector>

namespace chinwag::bench {

/// What the kernel says of a server: a process and all that descend from it.
class ProcessTree {
public:
    struct Memory {
        double pssKib = 0;     ///< proportional: pages shared with other processes count in part
        double privateKib = 0; ///< what would be free without the server
    };

    explicit ProcessTree(pid_t root) : root_(root) {}

    /// User and system time used so far, in seconds, of those that live.
    Result<double> cpuSeconds() const;

    Result<Memory> memory() const;

private:
    std::vector<pid_t> members() const;

    pid_t root_;
};

/// User and system time that this process has used, in seconds.
double ownCpuSeconds();

} // namespace chinwag::bench
