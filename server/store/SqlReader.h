// A thread that answers questions with a connection of its own.
#pragma once

#include "hub/Store.h"
#include "store/GroupQueue.h"
#include "store/SqlConnection.h"
#include "store/StoreLocation.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <thread>
#include <utility>
#include <variant>

namespace chinwag::store {

/// Any thread may ask. The connection is opened with the first question, and again when it was lost.
class SqlReader {
public:
    /// Absent: the database failed, and the connection knows why.
    template <typename T>
    using Work = std::function<std::optional<hub::StoreResult<T>>(SqlConnection&)>;

    /// More than `mostWaiting` questions are answered as Busy.
    SqlReader(StoreLocation location, std::size_t mostWaiting);
    /// Finishes the question at hand; those that wait are answered as Unavailable.
    ~SqlReader();
    SqlReader(const SqlReader&) = delete;
    SqlReader& operator=(const SqlReader&) = delete;

    template <typename T>
    void ask(Work<T> work, hub::StoreDone<T> done) {
        Question question = [work = std::move(work), done](SqlConnection* connection,
                                                           const hub::StoreError& why) {
            if (connection == nullptr) {
                done(why);
                return true;
            }
            auto result = work(*connection);
            if (!result)
                return false;
            done(std::move(*result));
            return true;
        };
        put(std::move(question));
    }

    /// For questions that take long: true when they should give up.
    bool stopping() const { return stopping_.load(std::memory_order_relaxed); }

private:
    /// False: the database failed, nothing was answered. Without a connection it answers with the error.
    using Question = std::function<bool(SqlConnection*, const hub::StoreError&)>;

    void put(Question question);
    void loop();
    void answer(SqlConnection& connection, const Question& question);

    const StoreLocation location_;
    GroupQueue<Question> queue_; // each counts as one byte
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

} // namespace chinwag::store
