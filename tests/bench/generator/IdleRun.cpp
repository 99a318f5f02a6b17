#include "bench/generator/IdleRun.h"

#include <string>

namespace chinwag::bench {

IdleRun::IdleRun(const Options& options, const Endpoint& endpoint)
    : options_(options),
      meter_(options.pid),
      swarm_({endpoint, options.path, options.dialect, 1, {}}, *this) {}

Result<Report> IdleRun::run() {
    Report report;
    report.addText("mode", "mode", options_.mode == Mode::Idle ? "idle" : "connect");
    report.addText("dialect", "dialect", std::string(nameOf(options_.dialect)));
    report.addCount("clients", "clients", options_.clients);
    const auto failed = options_.mode == Mode::Idle ? measureIdling(report) : measureOpening(report);
    if (failed)
        return *failed;
    if (fault_)
        return *fault_;
    return report;
}

Check IdleRun::measureOpening(Report& report) {
    const auto first = meter_.sample();
    if (const auto* failed = std::get_if<Failure>(&first))
        return *failed;
    if (auto failed = swarm_.open(options_.clients, options_.concurrency, fromSeconds(options_.timeout)))
        return failed;
    const Instant opened = Clock::now();
    // A server may still be at work on what it has already promised; that belongs to the cost of opening.
    if (meter_.knowsServer())
        if (auto failed = waitUntilSettled())
            return failed;
    const auto last = meter_.sample();
    if (const auto* failed = std::get_if<Failure>(&last))
        return *failed;

    const auto& before = std::get<Meter::Sample>(first);
    const Span span = between(before, std::get<Meter::Sample>(last));
    const double seconds = toSeconds(opened - before.at);
    const auto clients = static_cast<double>(options_.clients);
    report.addNumber("opening_seconds", "opening took", seconds, 3, "s");
    report.addNumber("connects_per_second", "connects", clients / seconds, 0, "/s");
    if (meter_.knowsServer())
        report.addNumber("server_us_per_connect", "server CPU per connect", span.serverCpu * 1e6 / clients, 1,
                         "us");
    return {};
}

Check IdleRun::measureIdling(Report& report) {
    const auto before = meter_.server().memory();
    if (const auto* failed = std::get_if<Failure>(&before))
        return *failed;
    if (auto failed = measureOpening(report))
        return failed;
    const auto after = meter_.server().memory();
    if (const auto* failed = std::get_if<Failure>(&after))
        return *failed;
    const auto first = meter_.sample();
    if (const auto* failed = std::get_if<Failure>(&first))
        return *failed;
    if (auto failed = swarm_.runUntil(Clock::now() + fromSeconds(options_.seconds)))
        return failed;
    const auto last = meter_.sample();
    if (const auto* failed = std::get_if<Failure>(&last))
        return *failed;

    const Span span = between(std::get<Meter::Sample>(first), std::get<Meter::Sample>(last));
    const auto& [pssBefore, privateBefore] = std::get<ProcessTree::Memory>(before);
    const auto& [pssAfter, privateAfter] = std::get<ProcessTree::Memory>(after);
    const auto clients = static_cast<double>(options_.clients);
    report.addNumber("base_pss_mib", "memory before, PSS", pssBefore / 1024, 1, "MiB");
    report.addNumber("base_private_mib", "memory before, private", privateBefore / 1024, 1, "MiB");
    report.addNumber("pss_kib_per_connection", "memory per connection, PSS", (pssAfter - pssBefore) / clients,
                     2, "KiB");
    report.addNumber("private_kib_per_connection", "memory per connection, private",
                     (privateAfter - privateBefore) / clients, 2, "KiB");
    report.addNumber("idle_seconds", "left alone for", span.seconds, 1, "s");
    report.addNumber("idle_cpu_percent", "server CPU while idle", span.serverCpu * 100 / span.seconds, 2,
                     "%");
    return {};
}

// Settled: no processor time for three looks in a row, each of them longer than the kernel's unit of it.
Check IdleRun::waitUntilSettled() {
    constexpr auto look = std::chrono::milliseconds(100);
    constexpr int looksWanted = 3;
    const Instant deadline = Clock::now() + fromSeconds(options_.timeout);
    double used = -1;
    for (int quiet = 0; quiet < looksWanted;) {
        const auto sample = meter_.sample();
        if (const auto* failed = std::get_if<Failure>(&sample))
            return *failed;
        const double now = std::get<Meter::Sample>(sample).serverCpu;
        quiet = now == used ? quiet + 1 : 0;
        used = now;
        if (Clock::now() >= deadline)
            return Failure{"the server does not come to rest"};
        if (auto failed = swarm_.runUntil(Clock::now() + look))
            return failed;
    }
    return {};
}

void IdleRun::delivered(std::size_t connection, std::string_view text) {
    fault_ = Failure{"connection " + std::to_string(connection) +
                     " received a message though nobody talks: " + std::string(text.substr(0, 80))};
}

} // namespace chinwag::bench
