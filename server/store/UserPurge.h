// Redacts everything of one user, or erases the user, in slices: others write in between.
#pragma once

#include "store/WriteOp.h"

#include <QtCore/QVariant>

#include <cstdint>
#include <functional>
#include <string>

namespace chinwag::store {

/// The statements are given a range of `seq` and the user, and `channel` if there is one.
class UserSweep : public WriteOp {
public:
    UserSweep(std::string user, std::string channel) : user_(std::move(user)), channel_(std::move(channel)) {}
    Step run(SqlConnection& connection) override;
    void committed() override;

protected:
    virtual const char* statement() const = 0;
    /// Before the statement changes the rows from `from` (exclusive) to `to`.
    virtual bool look(SqlConnection& /*connection*/, std::int64_t /*from*/, std::int64_t /*to*/) {
        return true;
    }
    /// Within the transaction of the last slice.
    virtual bool finish(SqlConnection& connection) = 0;

    const std::string& user() const { return user_; }
    const std::string& channel() const { return channel_; }
    bool oneChannel() const { return !channel_.empty(); }
    std::uint64_t changed() const { return changed_ + changing_; }

private:
    const std::string user_;
    const std::string channel_;
    std::int64_t from_ = 0;
    std::int64_t to_ = 0;
    std::uint64_t changed_ = 0;
    std::uint64_t changing_ = 0; // by a slice that is not yet on disk
};

class UserPurge : public UserSweep {
public:
    UserPurge(std::string user, std::string channel, hub::StoreDone<std::uint64_t> done)
        : UserSweep(std::move(user), std::move(channel)), done_(std::move(done)) {}
    void succeed() override { done_(changed()); }
    void fail(const hub::StoreError& error) override { done_(error); }

protected:
    const char* statement() const override { return oneChannel() ? "purge_user_channel" : "purge_user"; }
    bool finish(SqlConnection&) override { return true; }

private:
    hub::StoreDone<std::uint64_t> done_;
};

/// Also takes the user's name off what is left, and records that it was done. An index that would still know
/// the words is rewritten afterwards, in slices too.
class UserErasure : public UserSweep {
public:
    /// `swept` is called after the last commit: what was deleted should leave the files too.
    UserErasure(std::string user, std::string by, std::function<void()> swept,
                hub::StoreDone<hub::Erasure> done)
        : UserSweep(std::move(user), {}), swept_(std::move(swept)), done_(std::move(done)) {
        erasure_.by = std::move(by);
    }
    Step run(SqlConnection& connection) override;
    void committed() override;
    void succeed() override;
    void fail(const hub::StoreError& error) override { done_(error); }

protected:
    const char* statement() const override { return "erase_user"; }
    bool finish(SqlConnection& connection) override;

private:
    Step forgetWords(SqlConnection& connection);

    std::function<void()> swept_;
    hub::StoreDone<hub::Erasure> done_;
    hub::Erasure erasure_;
    bool recording_ = false; // with the step at hand
    bool recorded_ = false;
    bool forgetting_ = false; // the rewriting has begun
};

/// What stands for an erased user in the record.
std::string erasureSubject(const std::string& user);

} // namespace chinwag::store
