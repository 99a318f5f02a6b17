#include "bench/generator/BroadcastRun.h"

#include <algorithm>
#include <string>

namespace chinwag::bench {

namespace {

// FNV-1a over the text, chained to what came before.
std::uint64_t chain(std::uint64_t digest, std::string_view text) {
    for (const char byte : text)
        digest = (digest ^ static_cast<std::uint8_t>(byte)) * 0x100000001B3ULL;
    return digest;
}

} // namespace

BroadcastRun::BroadcastRun(const Options& options, const Endpoint& endpoint)
    : options_(options),
      meter_(options.pid),
      swarm_({endpoint, options.path, options.dialect, options.rooms, {}}, *this),
      nextSequence_(options.senders),
      expectedNext_(options.senders),
      arrivals_(options.senders * options.window),
      received_(options.clients),
      digest_(options.clients),
      sentTo_(options.rooms) {}

Result<Report> BroadcastRun::run() {
    if (auto failed = swarm_.open(options_.clients, options_.concurrency, fromSeconds(options_.timeout)))
        return *failed;
    talking_ = true;
    nextDue_ = Clock::now();
    if (options_.rate == 0) {
        for (std::size_t place = 0; place < options_.window; ++place)
            for (std::size_t sender = 0; sender < options_.senders; ++sender)
                speak(sender, Clock::now());
    }
    if (auto failed = converse(fromSeconds(options_.warmup)))
        return *failed;

    const auto first = meter_.sample();
    if (const auto* failed = std::get_if<Failure>(&first))
        return *failed;
    const std::uint64_t deliveriesBefore = deliveries_;
    const std::uint64_t sentBefore = sent_;
    measuring_ = true;
    if (auto failed = converse(fromSeconds(options_.seconds)))
        return *failed;
    measuring_ = false;
    const std::uint64_t deliveries = deliveries_ - deliveriesBefore;
    const std::uint64_t sent = sent_ - sentBefore;
    const auto last = meter_.sample();
    if (const auto* failed = std::get_if<Failure>(&last))
        return *failed;

    if (auto failed = drain())
        return *failed;
    if (auto failed = checkComplete())
        return *failed;
    return makeReport(between(std::get<Meter::Sample>(first), std::get<Meter::Sample>(last)), deliveries,
                      sent);
}

Check BroadcastRun::converse(Nanoseconds duration) {
    const Instant end = Clock::now() + duration;
    if (options_.rate == 0) {
        while (!fault_ && Clock::now() < end)
            if (auto failed = swarm_.turn(end))
                return failed;
        return fault_;
    }
    const Nanoseconds interval = fromSeconds(1.0 / options_.rate);
    while (!fault_ && Clock::now() < end) {
        for (; nextDue_ <= Clock::now(); nextDue_ += interval) {
            speak(nextSender_, nextDue_);
            nextSender_ = (nextSender_ + 1) % options_.senders;
        }
        if (auto failed = swarm_.turn(std::min(end, nextDue_)))
            return failed;
    }
    return fault_;
}

Check BroadcastRun::drain() {
    talking_ = false;
    const Instant deadline = Clock::now() + fromSeconds(options_.timeout);
    const auto isComplete = [this] { return deliveries_ >= sent_ * membersOfARoom(); };
    while (!fault_ && !isComplete() && Clock::now() < deadline)
        if (auto failed = swarm_.turn(deadline))
            return failed;
    return fault_;
}

Check BroadcastRun::checkComplete() const {
    for (std::size_t client = 0; client < swarm_.size(); ++client) {
        const std::uint64_t sent = sentTo_[roomOf(client)];
        if (received_[client] != sent)
            return Failure{"client " + std::to_string(client) + " received " +
                           std::to_string(received_[client]) + " of " + std::to_string(sent) + " messages"};
        if (digest_[client] != digest_[roomOf(client)])
            return Failure{"client " + std::to_string(client) + " received the messages in another order"};
    }
    return {};
}

void BroadcastRun::delivered(std::size_t connection, std::string_view text) {
    ++deliveries_;
    ++received_[connection];
    const auto message = decode(text);
    if (!message || message->sender >= options_.senders) {
        fault_ = Failure{"received what nobody sent: " + std::string(text.substr(0, 80))};
        return;
    }
    if (measuring_)
        latency_.record(swarm_.readAt() - message->sentAt);
    if (options_.verify)
        checkDelivery(connection, *message, text);
    if (options_.rate == 0)
        settle(connection, *message);
}

void BroadcastRun::checkDelivery(std::size_t connection, const Message& message, std::string_view text) {
    digest_[connection] = chain(digest_[connection], text);
    if (text.size() != options_.size || !isIntact(message, text))
        fault_ = Failure{"a message was changed on its way: " + std::string(text.substr(0, 80))};
    // The digests compare everybody with the first client of the room, so it is enough to look closely at
    // that one.
    if (connection == roomOf(connection) && message.sequence != expectedNext_[message.sender]++)
        fault_ = Failure{"messages of one sender were reordered, lost or doubled"};
}

// Closed loop: is this delivery the one that its sender waits for?
void BroadcastRun::settle(std::size_t connection, const Message& message) {
    if (options_.await == Await::Own) {
        if (connection == speakerOf(message.sender))
            speak(message.sender, Clock::now());
        return;
    }
    auto& arrived = arrivals_[message.sender * options_.window + message.sequence % options_.window];
    if (++arrived < membersOfARoom())
        return;
    arrived = 0;
    speak(message.sender, Clock::now());
}

void BroadcastRun::speak(std::size_t sender, Instant sentAt) {
    if (!talking_)
        return;
    const Message message{static_cast<std::uint32_t>(sender), nextSequence_[sender]++, sentAt};
    ++sent_;
    ++sentTo_[roomOf(speakerOf(sender))];
    swarm_.say(speakerOf(sender), encode(message, options_.size));
}

// Spread over the connections, so that every thread of the server has some; in many rooms, over these.
std::size_t BroadcastRun::speakerOf(std::size_t sender) const {
    if (options_.rooms > 1)
        return sender;
    return sender * options_.clients / options_.senders;
}

Report BroadcastRun::makeReport(const Span& span, std::uint64_t deliveries, std::uint64_t sent) const {
    const double delivered = std::max(1.0, static_cast<double>(deliveries));
    Report report;
    report.addText("mode", "mode", options_.rate == 0 ? "broadcast, closed loop" : "broadcast, open loop");
    report.addText("dialect", "dialect", std::string(nameOf(options_.dialect)));
    report.addCount("clients", "clients", options_.clients);
    report.addCount("rooms", "rooms", options_.rooms);
    report.addCount("senders", "senders", options_.senders);
    report.addCount("message_bytes", "message bytes", options_.size);
    report.addNumber("seconds", "measured", span.seconds, 2, "s");
    report.addCount("messages", "messages", sent);
    report.addCount("deliveries", "deliveries", deliveries);
    report.addNumber("messages_per_second", "messages", static_cast<double>(sent) / span.seconds, 1, "/s");
    report.addNumber("deliveries_per_second", "deliveries", static_cast<double>(deliveries) / span.seconds, 0,
                     "/s");
    if (meter_.knowsServer()) {
        report.addNumber("server_us_per_message", "server CPU per message",
                         span.serverCpu * 1e6 / std::max(1.0, static_cast<double>(sent)), 3, "us");
        report.addNumber("server_us_per_delivery", "server CPU per delivery",
                         span.serverCpu * 1e6 / delivered, 3, "us");
        report.addNumber("server_cpu_percent", "server CPU", span.serverCpu * 100 / span.seconds, 1, "%");
    }
    report.addNumber("generator_us_per_delivery", "generator CPU per delivery", span.ownCpu * 1e6 / delivered,
                     3, "us");
    report.addNumber("generator_cpu_percent", "generator CPU", span.ownCpu * 100 / span.seconds, 1, "%");
    report.addNumber("latency_p50_us", "latency p50", toMicroseconds(latency_.percentile(0.5)), 0, "us");
    report.addNumber("latency_p90_us", "latency p90", toMicroseconds(latency_.percentile(0.9)), 0, "us");
    report.addNumber("latency_p99_us", "latency p99", toMicroseconds(latency_.percentile(0.99)), 0, "us");
    report.addNumber("latency_p999_us", "latency p99.9", toMicroseconds(latency_.percentile(0.999)), 0, "us");
    report.addNumber("latency_max_us", "latency max", toMicroseconds(latency_.largest()), 0, "us");
    if (options_.verify)
        report.addText("verified", "verified", "complete, unchanged, in one order");
    return report;
}

} // namespace chinwag::bench
