#include "store/UserPurge.h"

#include "store/SqlConnection.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>

#include <algorithm>

namespace chinwag::store {

namespace {

// Some 10 ms of reading: there is no index by user, since every append would pay for it.
constexpr std::int64_t searchedAtOnce = 20'000;

} // namespace

WriteOp::Step UserSweep::run(SqlConnection& connection) {
    const auto top = connection.number("seq_top");
    if (!top)
        return Step::Broken;
    to_ = std::min<std::int64_t>(from_ + searchedAtOnce, *top);
    if (!look(connection, from_, to_))
        return Step::Broken;
    const QVariant name = toSql(user_);
    const auto count =
        oneChannel() ? connection.change(statement(), {qint64{from_}, qint64{to_}, name, toSql(channel_)})
                     : connection.change(statement(), {qint64{from_}, qint64{to_}, name});
    if (!count)
        return Step::Broken;
    changing_ = static_cast<std::uint64_t>(*count);
    if (to_ < *top)
        return Step::More;
    return finish(connection) ? Step::Done : Step::Broken;
}

void UserSweep::committed() {
    from_ = to_;
    changed_ += changing_;
    changing_ = 0;
}

WriteOp::Step UserErasure::run(SqlConnection& connection) {
    if (recorded_)
        return forgetWords(connection);
    const Step step = UserSweep::run(connection);
    recording_ = step == Step::Done;
    return recording_ && !connection.text().statement("forget_begin").isEmpty() ? Step::More : step;
}

void UserErasure::committed() {
    if (recorded_) {
        forgetting_ = true;
        return;
    }
    UserSweep::committed();
    recorded_ = recording_;
}

WriteOp::Step UserErasure::forgetWords(SqlConnection& connection) {
    const auto before = connection.number("total_changes");
    const auto done = connection.change(forgetting_ ? "forget_more" : "forget_begin", {});
    const auto after = connection.number("total_changes");
    if (!before || !done || !after)
        return Step::Broken;
    // The index's own measure of having nothing left to merge.
    return *after - *before < 2 ? Step::Done : Step::More;
}

bool UserErasure::finish(SqlConnection& connection) {
    erasure_.subject = erasureSubject(user());
    erasure_.time = QDateTime::currentMSecsSinceEpoch();
    erasure_.messages = changed();
    const QVariant name = toSql(user());
    return connection.change("erase_markers", {name}) && connection.change("erase_memberships", {name}) &&
           connection.change("erase_reporter", {name}) &&
           connection.change("erasure_insert",
                             {toSql(erasure_.subject), toSql(erasure_.by), qint64{erasure_.time},
                              static_cast<qint64>(erasure_.messages)});
}

void UserErasure::succeed() {
    swept_();
    done_(erasure_);
}

std::string erasureSubject(const std::string& user) {
    return QCryptographicHash::hash(QByteArrayView(user.data(), static_cast<qsizetype>(user.size())),
                                    QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

} // namespace chinwag::store
