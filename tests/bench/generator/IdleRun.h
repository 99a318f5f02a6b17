#pragma once

#include "bench/generator/Meter.h"
#include "bench/generator/Options.h"
#include "bench/generator/Report.h"
#include "bench/generator/Swarm.h"

#include <string_view>

namespace chinwag::bench {

/// Opens connections on which nobody talks. Mode::Connect stops there and tells what opening cost;
/// Mode::Idle goes on to tell what they cost while they are open.
class IdleRun : private DeliverySink {
public:
    IdleRun(const Options& options, const Endpoint& endpoint);

    Result<Report> run();

private:
    void delivered(std::size_t connection, std::string_view text) override;
    Check measureOpening(Report& report);
    Check measureIdling(Report& report);
    Check waitUntilSettled();

    const Options options_;
    const Meter meter_;
    Swarm swarm_;
    Check fault_;
};

} // namespace chinwag::bench
