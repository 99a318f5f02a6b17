// Deletes what retention does not let stay, in slices: others write in between.
#pragma once

#include "store/WriteOp.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <utility>

namespace chinwag::store {

class Trim : public WriteOp {
public:
    Trim(hub::Retention retention, hub::StoreDone<std::uint64_t> done)
        : retention_(std::move(retention)), done_(std::move(done)) {}
    Step run(SqlConnection& connection) override;
    void committed() override;
    void succeed() override { done_(deleted_); }
    void fail(const hub::StoreError& error) override { done_(error); }

private:
    // The step's work on a copy of the place, so that it can be done again when it was not committed.
    struct Place {
        std::int64_t lastChannel = 0; // looked up so far
        std::deque<std::int64_t> channels;
        bool looked = false; // there are no further channels to look up
    };
    bool lookUp(SqlConnection& connection);
    // How many were deleted of one channel; absent when it failed.
    std::optional<std::int64_t> trimChannel(SqlConnection& connection, std::int64_t channel);
    // The newest `seq` that has to go; 0 when none has.
    std::optional<std::int64_t> cut(SqlConnection& connection, std::int64_t channel);

    const hub::Retention retention_;
    hub::StoreDone<std::uint64_t> done_;
    Place place_;
    Place next_;
    std::uint64_t deleted_ = 0;
    std::uint64_t deleting_ = 0;
};

} // namespace chinwag::store
