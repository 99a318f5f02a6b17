#include "bench/generator/PublishRun.h"

#include "bench/generator/Centrifuge.h"

#include <algorithm>

namespace chinwag::bench {

namespace {

std::string channelOf(std::size_t client) {
    return "chat:bench" + std::to_string(client);
}

std::string greetingOf(std::size_t client) {
    return joiningCommands("bench" + std::to_string(client), channelOf(client));
}

double microseconds(Nanoseconds duration) {
    return std::chrono::duration<double, std::micro>(duration).count();
}

} // namespace

PublishRun::PublishRun(const Options& options, const Endpoint& endpoint)
    : options_(options),
      meter_(options.pid),
      swarm_({endpoint, options.path, options.dialect, 1, greetingOf}, *this),
      text_(options.size, 'x'),
      nextId_(options.clients, subscribeId + 1),
      published_(options.clients) {}

Result<Report> PublishRun::run() {
    if (auto failed = swarm_.open(options_.clients, options_.concurrency, fromSeconds(options_.timeout)))
        return *failed;
    publishing_ = true;
    for (std::size_t place = 0; place < options_.window; ++place)
        for (std::size_t client = 0; client < options_.clients; ++client)
            publish(client);
    if (auto failed = swarm_.runUntil(Clock::now() + fromSeconds(options_.warmup)))
        return *failed;

    const auto first = meter_.sample();
    if (const auto* failed = std::get_if<Failure>(&first))
        return *failed;
    const std::uint64_t before = acknowledged_;
    measuring_ = true;
    if (auto failed = swarm_.runUntil(Clock::now() + fromSeconds(options_.seconds)))
        return *failed;
    measuring_ = false;
    const std::uint64_t acknowledged = acknowledged_ - before;
    const auto last = meter_.sample();
    if (const auto* failed = std::get_if<Failure>(&last))
        return *failed;

    if (auto failed = drain())
        return *failed;
    return makeReport(between(std::get<Meter::Sample>(first), std::get<Meter::Sample>(last)), acknowledged);
}

// What is under way must be acknowledged, too.
Check PublishRun::drain() {
    publishing_ = false;
    const Instant deadline = Clock::now() + fromSeconds(options_.timeout);
    while (!fault_ && underWay_ > 0 && Clock::now() < deadline)
        if (auto failed = swarm_.turn(deadline))
            return failed;
    if (!fault_ && underWay_ > 0)
        return Failure{std::to_string(underWay_) + " publications were never acknowledged"};
    return fault_;
}

void PublishRun::publish(std::size_t client) {
    if (!publishing_ || fault_)
        return;
    ++underWay_;
    published_[client].push_back(Clock::now());
    swarm_.say(client, publishCommand(nextId_[client]++, channelOf(client), text_));
}

void PublishRun::delivered(std::size_t connection, std::string_view line) {
    if (replyId(line) == 0) // its own publication, coming back
        return;
    if (hasError(line) || published_[connection].empty()) {
        fault_ = Failure{"the server refuses a publication: " + std::string(line.substr(0, 160))};
        return;
    }
    if (measuring_)
        latency_.record(swarm_.readAt() - published_[connection].front());
    published_[connection].pop_front();
    --underWay_;
    ++acknowledged_;
    publish(connection);
}

Report PublishRun::makeReport(const Span& span, std::uint64_t acknowledged) const {
    const double count = std::max(1.0, static_cast<double>(acknowledged));
    Report report;
    report.addText("mode", "mode", "publish, closed loop");
    report.addCount("clients", "clients", options_.clients);
    report.addCount("window", "under way, each", options_.window);
    report.addCount("message_bytes", "message bytes", options_.size);
    report.addNumber("seconds", "measured", span.seconds, 2, "s");
    report.addCount("acknowledged", "acknowledged", acknowledged);
    report.addCount("acknowledged_in_all", "acknowledged in all", acknowledged_);
    report.addNumber("acknowledged_per_second", "acknowledged",
                     static_cast<double>(acknowledged) / span.seconds, 0, "/s");
    if (meter_.knowsServer()) {
        report.addNumber("server_us_per_publication", "server CPU per publication",
                         span.serverCpu * 1e6 / count, 1, "us");
        report.addNumber("server_cpu_percent", "server CPU", span.serverCpu * 100 / span.seconds, 1, "%");
    }
    report.addNumber("generator_cpu_percent", "generator CPU", span.ownCpu * 100 / span.seconds, 1, "%");
    report.addNumber("latency_p50_us", "latency p50", microseconds(latency_.percentile(0.5)), 0, "us");
    report.addNumber("latency_p99_us", "latency p99", microseconds(latency_.percentile(0.99)), 0, "us");
    report.addNumber("latency_max_us", "latency max", microseconds(latency_.largest()), 0, "us");
    return report;
}

} // namespace chinwag::bench
