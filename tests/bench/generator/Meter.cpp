#include "bench/generator/Meter.h"

namespace chinwag::bench {

Meter::Meter(std::optional<pid_t> server) {
    if (server)
        server_.emplace(*server);
}

Result<Meter::Sample> Meter::sample() const {
    Sample sample;
    if (server_) {
        auto seconds = server_->cpuSeconds();
        if (auto* failed = std::get_if<Failure>(&seconds))
            return *failed;
        sample.serverCpu = std::get<double>(seconds);
    }
    sample.ownCpu = ownCpuSeconds();
    sample.at = Clock::now();
    return sample;
}

Span between(const Meter::Sample& first, const Meter::Sample& last) {
    return {toSeconds(last.at - first.at), last.serverCpu - first.serverCpu, last.ownCpu - first.ownCpu};
}

} // namespace chinwag::bench
