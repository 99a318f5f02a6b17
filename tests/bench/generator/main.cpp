// chinwag-bench: the load generator. One thread, one epoll set, many connections.
#include "bench/generator/BroadcastRun.h"
#include "bench/generator/HttpRun.h"
#include "bench/generator/IdleRun.h"
#include "bench/generator/Options.h"
#include "bench/generator/PublishRun.h"
#include "bench/generator/StormRun.h"

#include <cstdio>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <vector>

namespace {

using namespace chinwag::bench;

constexpr int exitFailed = 1;
constexpr int exitUsage = 2;

// As many descriptors as the system lets us have, and a clear word when that is too few.
Check allowDescriptors(std::size_t clients) {
    constexpr std::size_t reserve = 16;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return systemFailure("RLIMIT_NOFILE");
    limit.rlim_cur = limit.rlim_max;
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0)
        return systemFailure("RLIMIT_NOFILE");
    if (limit.rlim_max < clients + reserve)
        return Failure{std::to_string(clients) + " clients need more descriptors than the hard limit of " +
                       std::to_string(limit.rlim_max) + " (ulimit -Hn)"};
    return {};
}

Result<Report> measure(const Options& options) {
    if (auto failed = allowDescriptors(options.clients))
        return *failed;
    const auto endpoint = Endpoint::parse(options.url);
    if (const auto* failed = std::get_if<Failure>(&endpoint))
        return *failed;
    switch (options.mode) {
    case Mode::Broadcast: return BroadcastRun(options, std::get<Endpoint>(endpoint)).run();
    case Mode::Connect:
    case Mode::Idle: return IdleRun(options, std::get<Endpoint>(endpoint)).run();
    case Mode::Http: return HttpRun(options, std::get<Endpoint>(endpoint)).run();
    case Mode::Publish: return PublishRun(options, std::get<Endpoint>(endpoint)).run();
    case Mode::Storm: return StormRun(options, std::get<Endpoint>(endpoint)).run();
    }
    return Failure{"unknown mode"};
}

int complain(const Failure& failure, int code) {
    static_cast<void>(std::fprintf(stderr, "chinwag-bench: %s\n", failure.text.c_str()));
    return code;
}

// The exit status: results that did not arrive must not look like success.
int print(const std::string& text) {
    const bool complete = std::fputs(text.c_str(), stdout) != EOF && std::fflush(stdout) == 0;
    return complete ? 0 : complain({"standard output cannot be written to"}, exitFailed);
}

} // namespace

int main(int argc, char** argv) {
    const auto options = parseOptions(std::vector<std::string_view>(argv + 1, argv + argc));
    if (const auto* failed = std::get_if<Failure>(&options))
        return complain(*failed, exitUsage);
    if (std::get<Options>(options).help)
        return print(helpText());
    const auto report = measure(std::get<Options>(options));
    if (const auto* failed = std::get_if<Failure>(&report))
        return complain(*failed, exitFailed);
    const auto& found = std::get<Report>(report);
    return print(std::get<Options>(options).json ? found.asJson() : found.asTable());
}
