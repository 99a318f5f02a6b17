#include "bench/generator/HttpRun.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <optional>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <system_error>

namespace chinwag::bench {

namespace {

constexpr std::size_t answerScratchSize = std::size_t{1} << 18;
constexpr std::size_t largestHead = 65'536;
constexpr int answersATurn = 1024;

std::string makeRequest(const Options& options, const Endpoint& endpoint) {
    return "GET " + options.path + " HTTP/1.1\r\nHost: " + endpoint.authority() + "\r\n\r\n";
}

std::optional<std::size_t> contentLength(std::string_view head) {
    std::string lower(head);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    constexpr std::string_view field = "\r\ncontent-length:";
    std::size_t at = lower.find(field);
    if (at == std::string::npos)
        return {};
    at = lower.find_first_not_of(' ', at + field.size());
    std::size_t length = 0;
    if (at == std::string::npos ||
        std::from_chars(lower.data() + at, lower.data() + lower.size(), length).ec != std::errc())
        return {};
    return length;
}

} // namespace

HttpRun::HttpRun(const Options& options, const Endpoint& endpoint)
    : options_(options),
      endpoint_(endpoint),
      meter_(options.pid),
      request_(makeRequest(options, endpoint)),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      scratch_(answerScratchSize) {}

Result<Report> HttpRun::run() {
    if (auto failed = open())
        return *failed;
    if (auto failed = loop(fromSeconds(options_.warmup)))
        return *failed;
    const auto first = meter_.sample();
    if (const auto* failed = std::get_if<Failure>(&first))
        return *failed;
    answers_ = 0;
    measuring_ = true;
    if (auto failed = loop(fromSeconds(options_.seconds)))
        return *failed;
    const auto last = meter_.sample();
    if (const auto* failed = std::get_if<Failure>(&last))
        return *failed;

    const Span span = between(std::get<Meter::Sample>(first), std::get<Meter::Sample>(last));
    const double answers = std::max(1.0, static_cast<double>(answers_));
    Report report;
    report.addText("mode", "mode", "http");
    report.addText("path", "path", options_.path);
    report.addCount("clients", "clients", options_.clients);
    report.addNumber("requests_per_second", "requests", static_cast<double>(answers_) / span.seconds, 0,
                     "/s");
    if (meter_.knowsServer())
        report.addNumber("server_us_per_request", "server CPU per request", span.serverCpu * 1e6 / answers, 2,
                         "us");
    report.addNumber("latency_p50_us", "latency p50", toMicroseconds(latency_.percentile(0.5)), 0, "us");
    report.addNumber("latency_p99_us", "latency p99", toMicroseconds(latency_.percentile(0.99)), 0, "us");
    report.addNumber("latency_max_us", "latency max", toMicroseconds(latency_.largest()), 0, "us");
    return report;
}

Check HttpRun::open() {
    if (!epoll_.isOpen())
        return systemFailure("epoll_create1");
    for (std::size_t index = 0; index < options_.clients; ++index) {
        auto descriptor = endpoint_.connect(index);
        if (auto* failed = std::get_if<Failure>(&descriptor))
            return *failed;
        Exchange& exchange = exchanges_.emplace_back();
        exchange.fd = std::move(std::get<Descriptor>(descriptor));
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = &exchange;
        if (::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, exchange.fd.get(), &event) != 0)
            return systemFailure("epoll_ctl");
        if (auto failed = ask(exchange))
            return failed;
    }
    return {};
}

Check HttpRun::ask(Exchange& exchange) {
    exchange.askedAt = Clock::now();
    const ssize_t sent = ::send(exchange.fd.get(), request_.data(), request_.size(), MSG_NOSIGNAL);
    if (sent != static_cast<ssize_t>(request_.size()))
        return systemFailure("request");
    return {};
}

Check HttpRun::loop(Nanoseconds duration) {
    const Instant end = Clock::now() + duration;
    std::array<epoll_event, answersATurn> events{};
    for (Instant now = Clock::now(); now < end; now = Clock::now()) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - now).count();
        const int ready = ::epoll_wait(epoll_.get(), events.data(), answersATurn, static_cast<int>(left));
        if (ready < 0 && errno != EINTR)
            return systemFailure("epoll_wait");
        for (int i = 0; i < ready; ++i)
            if (auto failed = readable(*static_cast<Exchange*>(events[static_cast<std::size_t>(i)].data.ptr)))
                return failed;
    }
    return {};
}

Check HttpRun::readable(Exchange& exchange) {
    const ssize_t got = ::recv(exchange.fd.get(), scratch_.data(), scratch_.size(), MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return {};
    if (got < 0)
        return systemFailure("read");
    if (got == 0)
        return Failure{"the server closed a connection that should be kept alive"};
    std::string_view bytes(scratch_.data(), static_cast<std::size_t>(got));
    if (!exchange.hasHead) {
        exchange.answer += bytes;
        const std::size_t end = exchange.answer.find("\r\n\r\n");
        if (end == std::string::npos)
            return exchange.answer.size() > largestHead ? Check(Failure{"an answer without end"}) : Check();
        if (auto failed = takeHead(exchange, end + 4))
            return failed;
        bytes = exchange.answer;
    }
    if (bytes.size() > exchange.missing)
        return Failure{"an answer is longer than its Content-Length"};
    exchange.missing -= bytes.size();
    exchange.answer.clear();
    if (exchange.missing > 0)
        return {};
    ++answers_;
    if (measuring_)
        latency_.record(Clock::now() - exchange.askedAt);
    exchange.hasHead = false;
    return ask(exchange);
}

// Leaves in `answer` what has come of the body.
Check HttpRun::takeHead(Exchange& exchange, std::size_t end) {
    const std::string head = exchange.answer.substr(0, end);
    if (!head.starts_with("HTTP/1.1 200 "))
        return Failure{"the server answered " + head.substr(0, head.find("\r\n"))};
    const auto length = contentLength(head);
    if (!length)
        return Failure{"the answer has no Content-Length"};
    exchange.answer.erase(0, end);
    exchange.missing = *length;
    exchange.hasHead = true;
    return {};
}

} // namespace chinwag::bench
