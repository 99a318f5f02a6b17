#pragma once

#include "bench/generator/LatencyHistogram.h"
#include "bench/generator/Meter.h"
#include "bench/generator/Options.h"
#include "bench/generator/Report.h"
#include "bench/generator/Swarm.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::bench {

/// Clients that publish, each to a channel of its own, in a closed loop: so many are under way, and the next
/// one leaves when one is acknowledged. Where channels are durable, what is acknowledged is on disk, so that
/// this finds the most that a server keeps.
class PublishRun : private DeliverySink {
public:
    PublishRun(const Options& options, const Endpoint& endpoint);

    Result<Report> run();

private:
    void delivered(std::size_t connection, std::string_view line) override;
    void publish(std::size_t client);
    Check drain();
    Report makeReport(const Span& span, std::uint64_t acknowledged) const;

    const Options options_;
    const Meter meter_;
    Swarm swarm_;
    const std::string text_;
    std::vector<std::uint64_t> nextId_;          // by client
    std::vector<std::deque<Instant>> published_; // by client: when what is under way left
    LatencyHistogram latency_;
    std::uint64_t acknowledged_ = 0;
    std::uint64_t underWay_ = 0;
    bool publishing_ = false;
    bool measuring_ = false;
    Check fault_;
};

} // namespace chinwag::bench
