#include "models/StatsHistory.h"

namespace chinwag::admin {

namespace {

constexpr double shortestSpan = 0.2; // seconds; a rate over less than this is noise
constexpr double longestDelay = 30;  // seconds by which an answer is overtaken by what the feed tells

/// The server was started again, or its clock was set back.
bool isContinuation(const Stats& before, const Stats& now) {
    return now.startedAt == before.startedAt && now.time > before.time &&
           now.cpuSeconds >= before.cpuSeconds && now.messagesReceived >= before.messagesReceived &&
           now.messagesDelivered >= before.messagesDelivered;
}

void addRates(Sample& sample, const Stats& before, const Stats& now) {
    const double seconds = static_cast<double>(before.time.msecsTo(now.time)) / 1000;
    sample.receivedPerSecond = static_cast<double>(now.messagesReceived - before.messagesReceived) / seconds;
    sample.deliveredPerSecond =
        static_cast<double>(now.messagesDelivered - before.messagesDelivered) / seconds;
    sample.cpuPercent = (now.cpuSeconds - before.cpuSeconds) / seconds * 100;
    sample.fanout = latencyBetween(now.bucketBounds, before.fanout, now.fanout);
    sample.handshake = latencyBetween(now.bucketBounds, before.handshake, now.handshake);
}

} // namespace

void StatsHistory::append(const Stats& stats) {
    if (latest_ && latest_->startedAt == stats.startedAt) {
        const double span = static_cast<double>(latest_->time.msecsTo(stats.time)) / 1000;
        const bool isTooSoon = previous_ && span >= 0 && span < shortestSpan;
        const bool isOvertaken = span < 0 && span > -longestDelay;
        if (isTooSoon || isOvertaken)
            return;
    }
    if (!samples_.isEmpty() && stats.time <= samples_.constLast().time)
        samples_.clear(); // the clock was set back; a curve that runs backwards says nothing
    Sample sample;
    sample.time = stats.time;
    sample.afterGap = !previous_ && !samples_.isEmpty();
    sample.connections = static_cast<double>(stats.connections);
    sample.memoryBytes = static_cast<double>(stats.residentBytes);
    sample.queueBytes = static_cast<double>(stats.queueBytes);
    if (previous_ && isContinuation(*previous_, stats))
        addRates(sample, *previous_, stats);
    samples_.append(sample);
    if (samples_.size() > capacity)
        samples_.removeFirst();
    latest_ = stats;
    previous_ = stats;
    Q_EMIT changed();
}

void StatsHistory::clear() {
    samples_.clear();
    latest_.reset();
    previous_.reset();
    Q_EMIT changed();
}

} // namespace chinwag::admin
