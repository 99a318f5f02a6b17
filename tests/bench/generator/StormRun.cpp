#include "bench/generator/StormRun.h"

#include <algorithm>

namespace chinwag::bench {

namespace {

constexpr std::string_view room = "chat:storm";
constexpr auto look = std::chrono::milliseconds(5); // how long one side waits before the other gets its turn

} // namespace

StormRun::Talker::Talker(const Options& options, const Endpoint& endpoint)
    : swarm_({endpoint, options.path, options.dialect, 1,
              [](std::size_t) { return joiningCommands("talker", room); }},
             *this),
      text_(options.size, 'x'),
      interval_(fromSeconds(1.0 / options.rate)) {}

Check StormRun::Talker::turn() {
    for (; nextDue_ <= Clock::now(); nextDue_ += interval_)
        swarm_.say(0, publishCommand(subscribeId + ++said_, room, text_));
    if (auto failed = swarm_.turn(Clock::now()))
        return failed;
    return fault_;
}

Check StormRun::Talker::settle(Instant deadline) {
    while (!fault_ && acknowledged_ < said_ && Clock::now() < deadline)
        if (auto failed = swarm_.turn(deadline))
            return failed;
    if (!fault_ && acknowledged_ < said_)
        return Failure{"what the talker said was not acknowledged in time"};
    return fault_;
}

void StormRun::Talker::delivered(std::size_t /*connection*/, std::string_view line) {
    if (replyId(line) == 0) {
        top_ = std::max(top_, pushedOffset(line));
        return;
    }
    if (hasError(line))
        fault_ = Failure{"the server refuses a publication: " + std::string(line.substr(0, 160))};
    ++acknowledged_;
}

StormRun::Listeners::Listeners(const Options& options, const Endpoint& endpoint)
    : places_(options.clients),
      swarm_({endpoint, options.path, options.dialect, 1,
              [this](std::size_t client) { return greetingOf(client); }},
             *this) {}

std::string StormRun::Listeners::greetingOf(std::size_t client) const {
    return joiningCommands("listener" + std::to_string(client), room, wasCut_ ? &places_[client] : nullptr);
}

void StormRun::Listeners::cut() {
    swarm_.cut();
    wasCut_ = true;
}

bool StormRun::Listeners::haveAll(std::uint64_t top) const {
    return std::all_of(places_.begin(), places_.end(),
                       [top](const StreamPlace& place) { return place.offset >= top; });
}

void StormRun::Listeners::joined(std::size_t connection, std::string_view line) {
    const auto subscribed = readSubscribed(line, [this, connection](std::uint64_t offset) {
        ++recovered_;
        take(connection, offset);
    });
    if (!wasCut_) {
        places_[connection] = subscribed.top;
        return;
    }
    ++joinedAgain_;
    if (!subscribed.recovered)
        fault_ = Failure{"the server does not recover: " + std::string(line.substr(0, 160))};
}

void StormRun::Listeners::delivered(std::size_t connection, std::string_view line) {
    if (const std::uint64_t offset = pushedOffset(line))
        take(connection, offset);
}

void StormRun::Listeners::take(std::size_t client, std::uint64_t offset) {
    const std::uint64_t expected = ++places_[client].offset;
    if (offset != expected)
        fault_ = Failure{"listener " + std::to_string(client) + " got offset " + std::to_string(offset) +
                         " instead of " + std::to_string(expected)};
}

StormRun::StormRun(const Options& options, const Endpoint& endpoint)
    : options_(options), meter_(options.pid), talker_(options, endpoint), listeners_(options, endpoint) {}

Result<Report> StormRun::run() {
    const Nanoseconds timeout = fromSeconds(options_.timeout);
    if (auto failed = talker_.open(timeout))
        return *failed;
    if (auto failed = listeners_.swarm().open(options_.clients, options_.concurrency, timeout))
        return *failed;
    talker_.begin();
    if (auto failed = talkFor(std::chrono::seconds(1)))
        return *failed;

    listeners_.cut();
    // What is said while nobody listens is what they come back for.
    if (auto failed = talkFor(std::chrono::seconds(1)))
        return *failed;
    const auto first = meter_.sample();
    if (const auto* failed = std::get_if<Failure>(&first))
        return *failed;
    if (auto failed = comeBack())
        return *failed;
    const auto last = meter_.sample();
    if (const auto* failed = std::get_if<Failure>(&last))
        return *failed;
    if (auto failed = catchUp())
        return *failed;

    const Span span = between(std::get<Meter::Sample>(first), std::get<Meter::Sample>(last));
    const auto clients = static_cast<double>(options_.clients);
    Report report;
    report.addText("mode", "mode", "storm: all come back at once");
    report.addCount("clients", "clients", options_.clients);
    report.addNumber("rate", "said meanwhile", options_.rate, 1, "/s");
    report.addNumber("back_seconds", "all were back after", span.seconds, 3, "s");
    report.addNumber("back_per_second", "back", clients / span.seconds, 0, "/s");
    report.addCount("recovered", "publications recovered", listeners_.recovered());
    if (meter_.knowsServer())
        report.addNumber("server_us_per_return", "server CPU per client", span.serverCpu * 1e6 / clients, 1,
                         "us");
    report.addNumber("generator_cpu_percent", "generator CPU", span.ownCpu * 100 / span.seconds, 1, "%");
    report.addText("verified", "verified", "every offset once, in order, to everybody");
    return report;
}

Check StormRun::talkFor(Nanoseconds duration) {
    for (const Instant end = Clock::now() + duration; Clock::now() < end;) {
        if (auto failed = talker_.turn())
            return failed;
        if (auto failed = listeners_.swarm().turn(std::min(end, Clock::now() + look)))
            return failed;
        if (listeners_.fault())
            return listeners_.fault();
    }
    return {};
}

Check StormRun::comeBack() {
    const Instant deadline = Clock::now() + fromSeconds(options_.timeout);
    if (auto failed = listeners_.swarm().begin(options_.clients))
        return failed;
    while (listeners_.joinedAgain() < options_.clients) {
        if (auto failed = talkFor(look))
            return failed;
        if (Clock::now() >= deadline)
            return Failure{"only " + std::to_string(listeners_.joinedAgain()) + " of " +
                           std::to_string(options_.clients) + " came back in time"};
    }
    return {};
}

Check StormRun::catchUp() {
    const Instant deadline = Clock::now() + fromSeconds(options_.timeout);
    if (auto failed = talker_.settle(deadline))
        return failed;
    while (!listeners_.fault() && !listeners_.haveAll(talker_.top()) && Clock::now() < deadline)
        if (auto failed = listeners_.swarm().turn(Clock::now() + look))
            return failed;
    if (!listeners_.fault() && !listeners_.haveAll(talker_.top()))
        return Failure{"not everybody has got everything in time"};
    return listeners_.fault();
}

} // namespace chinwag::bench
