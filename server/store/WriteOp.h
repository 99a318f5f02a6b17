// What the writer does besides appending.
#pragma once

#include "hub/Store.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>

namespace chinwag::store {

class SqlConnection;

/// Made on any thread; run, answered and destroyed on the writer's.
class WriteOp {
public:
    enum class Step : std::uint8_t {
        Done,
        More,   ///< this was one slice of a long one: run() wants to be called again, after others
        Broken, ///< the transaction is spoilt; the connection knows why
    };

    WriteOp() = default;
    WriteOp(const WriteOp&) = delete;
    WriteOp& operator=(const WriteOp&) = delete;
    virtual ~WriteOp() = default;

    /// Within a transaction. When that does not come about, the same step is run again or the whole fails.
    virtual Step run(SqlConnection& connection) = 0;
    /// The step's transaction is on disk.
    virtual void committed() {}
    /// Answers, after the last step was committed.
    virtual void succeed() = 0;
    /// Answers that it did not work.
    virtual void fail(const hub::StoreError& error) = 0;
};

/// One that is done in a single step.
template <typename T>
class ShortWrite : public WriteOp {
public:
    /// nullopt: the transaction is spoilt. An error as the result leaves it as it is.
    using Work = std::function<std::optional<hub::StoreResult<T>>(SqlConnection&)>;

    ShortWrite(Work work, hub::StoreDone<T> done) : work_(std::move(work)), done_(std::move(done)) {}

    Step run(SqlConnection& connection) override {
        auto result = work_(connection);
        if (!result)
            return Step::Broken;
        result_ = std::move(*result);
        return Step::Done;
    }
    void succeed() override { done_(std::move(result_)); }
    void fail(const hub::StoreError& error) override { done_(error); }

private:
    Work work_;
    hub::StoreDone<T> done_;
    hub::StoreResult<T> result_;
};

} // namespace chinwag::store
