#pragma once

#include "bench/generator/Clock.h"
#include "bench/generator/Outcome.h"
#include "bench/generator/ProcessTree.h"

#include <optional>
#include <sys/types.h>

namespace chinwag::bench {

/// Reads the clocks of a measurement: time, the server's processor time when its process is known, our own.
class Meter {
public:
    struct Sample {
        Instant at;
        double serverCpu = 0; ///< seconds; zero when the server's process is not known
        double ownCpu = 0;    ///< seconds
    };

    explicit Meter(std::optional<pid_t> server);

    bool knowsServer() const { return server_.has_value(); }

    /// The processes of the server, to be asked only when knowsServer().
    const ProcessTree& server() const { return *server_; }

    Result<Sample> sample() const;

private:
    std::optional<ProcessTree> server_;
};

/// What passed between two samples.
struct Span {
    double seconds = 0;
    double serverCpu = 0;
    double ownCpu = 0;
};

Span between(const Meter::Sample& first, const Meter::Sample& last);

} // namespace chinwag::bench
