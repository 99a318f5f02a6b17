// Deletes what retention does not let stay, in small slices: others write in between.
#pragma once

#include "store/WriteOp.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>

namespace chinwag::store {

class Trim : public WriteOp {
public:
    /// In one channel, or in all.
    Trim(std::optional<std::string> channel, hub::RetentionRule rule, hub::StoreDone<std::uint64_t> done)
        : channel_(std::move(channel)), rule_(std::move(rule)), done_(std::move(done)) {}
    Step run(SqlConnection& connection) override;
    void committed() override;
    void succeed() override { done_(deleted_); }
    void fail(const hub::StoreError& error) override { done_(error); }

private:
    struct Channel {
        std::int64_t id = 0;
        hub::RetentionLimits limits;
    };
    // The step's work on a copy of the place, so that it can be done again when it was not committed.
    struct Place {
        std::int64_t lastChannel = 0; // looked up so far
        std::deque<Channel> channels; // that have limits
        bool looked = false;          // there are no further channels to look up
    };
    bool lookUp(SqlConnection& connection);
    // How many were deleted of one channel; absent when it failed.
    std::optional<std::int64_t> trimChannel(SqlConnection& connection, const Channel& channel);
    // The newest `seq` that has to go; 0 when none has.
    std::optional<std::int64_t> cut(SqlConnection& connection, const Channel& channel);

    const std::optional<std::string> channel_;
    const hub::RetentionRule rule_;
    hub::StoreDone<std::uint64_t> done_;
    Place place_;
    Place next_;
    std::uint64_t deleted_ = 0;
    std::uint64_t deleting_ = 0;
};

/// What `retention` asks for, channel by channel.
hub::RetentionRule ruleOf(hub::Retention retention);

} // namespace chinwag::store
