#pragma once

#include "bench/generator/Clock.h"
#include "bench/generator/Descriptor.h"
#include "bench/generator/Endpoint.h"
#include "bench/generator/LatencyHistogram.h"
#include "bench/generator/Meter.h"
#include "bench/generator/Options.h"
#include "bench/generator/Report.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace chinwag::bench {

/// GET of one path on connections that are kept alive; each sends the next request when the answer is
/// complete. Answers must have a Content-Length.
class HttpRun {
public:
    HttpRun(const Options& options, const Endpoint& endpoint);

    Result<Report> run();

private:
    struct Exchange {
        Descriptor fd;
        std::string answer;      // what has come so far; the body is only counted
        std::size_t missing = 0; // bytes of the body that have not come
        bool hasHead = false;
        Instant askedAt;
    };

    Check open();
    Check ask(Exchange& exchange);
    Check loop(Nanoseconds duration);
    Check readable(Exchange& exchange);
    Check takeHead(Exchange& exchange, std::size_t end);

    const Options options_;
    const Endpoint endpoint_;
    const Meter meter_;
    const std::string request_;
    Descriptor epoll_;
    std::deque<Exchange> exchanges_;
    std::vector<char> scratch_;
    LatencyHistogram latency_;
    std::uint64_t answers_ = 0;
    bool measuring_ = false;
};

} // namespace chinwag::bench
