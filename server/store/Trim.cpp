#include "store/Trim.h"

#include "store/SqlConnection.h"

#include <algorithm>

namespace chinwag::store {

namespace {

constexpr qint64 channelsAtOnce = 200;
// A few milliseconds of deleting: whoever publishes meanwhile waits for no more than one slice.
constexpr qint64 deletedAtOnce = 250;
// So many rows are passed over in the time that one is deleted in.
constexpr std::size_t passedOver = 100;

} // namespace

hub::RetentionRule ruleOf(hub::Retention retention) {
    return [retention = std::move(retention)](std::string_view channel) {
        const bool meant =
            retention.prefix ? channel.starts_with(retention.channel) : channel == retention.channel;
        return meant ? hub::RetentionLimits{retention.maxCount, retention.olderThan} : hub::RetentionLimits();
    };
}

bool Trim::lookUp(SqlConnection& connection) {
    qint64 seen = 0;
    const auto take = [&](const QSqlQuery& row) {
        ++seen;
        next_.lastChannel = row.value(0).toLongLong();
        const auto limits = rule_(fromSql(row.value(1)));
        if (limits.maxCount != 0 || limits.olderThan != 0)
            next_.channels.push_back({next_.lastChannel, limits});
    };
    const qint64 last = next_.lastChannel;
    const bool read = channel_ ? connection.each("trim_channel", {toSql(*channel_), last, qint64{1}}, take)
                               : connection.each("trim_channels", {last, channelsAtOnce}, take);
    next_.looked = channel_ || seen < channelsAtOnce;
    return read;
}

std::optional<std::int64_t> Trim::cut(SqlConnection& connection, const Channel& channel) {
    const qint64 id{channel.id};
    const auto& limits = channel.limits;
    std::int64_t out = 0;
    if (limits.maxCount > 0) {
        const auto seq = connection.number("trim_count", {id, static_cast<qint64>(limits.maxCount)});
        if (!seq)
            return std::nullopt;
        out = *seq;
    }
    if (limits.olderThan == 0)
        return out;
    const auto oldest = connection.number("trim_oldest_time", {id});
    if (!oldest)
        return std::nullopt;
    bool old = *oldest < limits.olderThan;
    if (!old)
        return out;
    const bool read = connection.each("trim_oldest", {id, deletedAtOnce}, [&](const QSqlQuery& row) {
        old = old && row.value(1).toLongLong() < limits.olderThan;
        if (old)
            out = std::max<std::int64_t>(out, row.value(0).toLongLong());
    });
    return read ? std::optional(out) : std::nullopt;
}

std::optional<std::int64_t> Trim::trimChannel(SqlConnection& connection, const Channel& channel) {
    const auto last = cut(connection, channel);
    if (!last || *last == 0)
        return last;
    if (!connection.change("trim_keep_top", {qint64{channel.id}}))
        return std::nullopt;
    return connection.change("trim_delete", {qint64{channel.id}, qint64{*last}, deletedAtOnce});
}

WriteOp::Step Trim::run(SqlConnection& connection) {
    next_ = place_;
    deleting_ = 0;
    if (next_.channels.empty() && !next_.looked && !lookUp(connection))
        return Step::Broken;
    std::size_t work = 0;
    while (!next_.channels.empty() && work < static_cast<std::size_t>(deletedAtOnce)) {
        const Channel& channel = next_.channels.front();
        const auto count = trimChannel(connection, channel);
        if (!count)
            return Step::Broken;
        deleting_ += static_cast<std::uint64_t>(*count);
        work += 1 + static_cast<std::size_t>(*count) + channel.limits.maxCount / passedOver;
        // One that had a slice to delete may have more.
        if (*count < deletedAtOnce)
            next_.channels.pop_front();
    }
    return next_.channels.empty() && next_.looked ? Step::Done : Step::More;
}

void Trim::committed() {
    place_ = std::move(next_);
    deleted_ += deleting_;
    deleting_ = 0;
}

} // namespace chinwag::store
