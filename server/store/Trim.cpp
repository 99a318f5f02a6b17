#include "store/Trim.h"

#include "store/SqlConnection.h"

#include <algorithm>

namespace chinwag::store {

namespace {

constexpr qint64 sliceChannels = 200;
constexpr qint64 sliceRows = 1'000;

} // namespace

bool Trim::lookUp(SqlConnection& connection) {
    qint64 seen = 0;
    const auto take = [&](const QSqlQuery& row) {
        ++seen;
        next_.lastChannel = row.value(0).toLongLong();
        if (!retention_.prefix || fromSql(row.value(1)).starts_with(retention_.channel))
            next_.channels.push_back(next_.lastChannel);
    };
    const qint64 last = next_.lastChannel;
    const bool read = retention_.prefix ? connection.each("trim_channels", {last, sliceChannels}, take)
                                        : connection.each("trim_channel",
                                                          {toSql(retention_.channel), last, qint64{1}}, take);
    next_.looked = !retention_.prefix || seen < sliceChannels;
    return read;
}

std::optional<std::int64_t> Trim::cut(SqlConnection& connection, std::int64_t channel) {
    std::int64_t out = 0;
    if (retention_.maxCount > 0) {
        const auto seq =
            connection.number("trim_count", {qint64{channel}, static_cast<qint64>(retention_.maxCount)});
        if (!seq)
            return std::nullopt;
        out = *seq;
    }
    if (retention_.olderThan == 0)
        return out;
    bool old = true;
    const bool read = connection.each("trim_oldest", {qint64{channel}, sliceRows}, [&](const QSqlQuery& row) {
        old = old && row.value(1).toLongLong() < retention_.olderThan;
        if (old)
            out = std::max<std::int64_t>(out, row.value(0).toLongLong());
    });
    return read ? std::optional(out) : std::nullopt;
}

std::optional<std::int64_t> Trim::trimChannel(SqlConnection& connection, std::int64_t channel) {
    const auto last = cut(connection, channel);
    if (!last || *last == 0)
        return last;
    if (!connection.change("trim_keep_top", {qint64{channel}}))
        return std::nullopt;
    return connection.change("trim_delete", {qint64{channel}, qint64{*last}, sliceRows});
}

WriteOp::Step Trim::run(SqlConnection& connection) {
    next_ = place_;
    deleting_ = 0;
    if (next_.channels.empty() && !next_.looked && !lookUp(connection))
        return Step::Broken;
    while (!next_.channels.empty() && deleting_ < static_cast<std::uint64_t>(sliceRows)) {
        const auto count = trimChannel(connection, next_.channels.front());
        if (!count)
            return Step::Broken;
        deleting_ += static_cast<std::uint64_t>(*count);
        // One that had a slice to delete may have more.
        if (*count < sliceRows)
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
