#include "net/Tally.h"

#include <algorithm>

namespace chinwag::net {

namespace {

// Anything shorter says more of one message than of a rate.
constexpr std::chrono::seconds shortestSample{1};

double milliseconds(std::chrono::nanoseconds duration) {
    return std::chrono::duration<double, std::milli>(duration).count();
}

} // namespace

void Tally::begin(SteadyTime now) {
    lastMessage = now;
    sampledAt_ = now;
}

void Tally::addRoundTrip(SteadyTime now) {
    roundTrip_ = now - pinged;
    ++roundTrips_;
    roundTripSum_ += roundTrip_;
    roundTripWorst_ = std::max(roundTripWorst_, roundTrip_);
}

void Tally::sample(SteadyTime now) {
    if (now - sampledAt_ < shortestSample)
        return;
    const double elapsed = std::chrono::duration<double>(now - sampledAt_).count();
    const auto rate = [elapsed](std::uint64_t after, std::uint64_t before) {
        return static_cast<float>(static_cast<double>(after - before) / elapsed);
    };
    rates_ = {rate(counts.messagesIn, sampled_.messagesIn), rate(counts.messagesOut, sampled_.messagesOut),
              rate(counts.bytesIn, sampled_.bytesIn), rate(counts.bytesOut, sampled_.bytesOut)};
    sampled_ = counts;
    sampledAt_ = now;
}

void Tally::fillIn(protocol::ConnectionInfo& info, SteadyTime now) {
    sample(now);
    info.idle = std::chrono::duration_cast<std::chrono::milliseconds>(now - lastMessage);
    info.roundTripMilliseconds.reset();
    info.roundTripMeanMilliseconds.reset();
    info.roundTripWorstMilliseconds.reset();
    if (roundTrips_ != 0) {
        info.roundTripMilliseconds = milliseconds(roundTrip_);
        info.roundTripMeanMilliseconds = milliseconds(roundTripSum_) / roundTrips_;
        info.roundTripWorstMilliseconds = milliseconds(roundTripWorst_);
    }
    info.messagesIn = counts.messagesIn;
    info.messagesOut = counts.messagesOut;
    info.bytesIn = counts.bytesIn;
    info.bytesOut = counts.bytesOut;
    info.messagesInRate = rates_.messagesIn;
    info.messagesOutRate = rates_.messagesOut;
    info.bytesInRate = rates_.bytesIn;
    info.bytesOutRate = rates_.bytesOut;
    info.drops = refused;
}

void fillIn(protocol::ConnectionInfo& info, const hub::SessionFacts& facts,
            const protocol::ConnectionColumns& columns) {
    using protocol::ConnectionColumn;
    const auto wanted = [&columns](ConnectionColumn column) {
        return columns.test(static_cast<std::size_t>(column));
    };
    info.dialect = facts.dialect;
    if (wanted(ConnectionColumn::User))
        info.user.assign(facts.user);
    if (wanted(ConnectionColumn::Client))
        info.client.assign(facts.program);
    if (wanted(ConnectionColumn::Nick))
        info.nick.assign(facts.nick);
    if (wanted(ConnectionColumn::Room))
        info.room.assign(facts.room);
    if (wanted(ConnectionColumn::Device))
        info.device.assign(facts.device);
    info.lastError = facts.lastError;
}

} // namespace chinwag::net
