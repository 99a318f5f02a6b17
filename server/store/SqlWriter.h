// The one thread that writes: it commits what has come in since its last commit, all at once.
#pragma once

#include "hub/Store.h"
#include "store/Appender.h"
#include "store/FileLock.h"
#include "store/GroupQueue.h"
#include "store/SqlConnection.h"
#include "store/SqlOpening.h"
#include "store/StoreLocation.h"
#include "store/WriteOp.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

namespace chinwag::store {

struct SqlLimits {
    std::size_t queueBytes = 64 * 1024 * 1024; ///< of what waits to be written
    std::size_t groupItems = 4096;             ///< of one commit
    /// What nobody waits for is committed after this time, with all that has come meanwhile: a commit costs
    /// as much as a hundred publications in it.
    std::chrono::milliseconds patience{50};
    std::size_t gathered = 512; ///< or when it is so many
};

/// Any thread may call. Cannot write for want of room or connection? Then what comes is refused as
/// Unavailable, and once a second it looks whether that has passed.
class SqlWriter {
public:
    using Appended = std::function<void(std::optional<hub::StoreError>)>;

    SqlWriter(StoreLocation location, const SqlLimits& limits);
    /// Writes what waits, answers everything, and notes that all is well, if it is.
    ~SqlWriter();
    SqlWriter(const SqlWriter&) = delete;
    SqlWriter& operator=(const SqlWriter&) = delete;

    /// Before anything else. An error leaves nothing running.
    std::optional<hub::StoreError> start();

    void append(std::shared_ptr<const hub::StoredPublication> publication, Appended done);
    void write(std::unique_ptr<WriteOp> op, std::size_t bytes);
    /// Calls `then` once what was appended before has been committed, or refused: here and now when nothing
    /// waits, or else on the writer's thread. What waits is committed at once.
    void settle(std::function<void()> then);

    std::vector<hub::ChannelPosition> takePositions();
    bool stoppedCleanly() const { return stoppedCleanly_; }
    hub::StoreState state() const;
    hub::StoreFacts facts() const;

    /// For operations that end with something outside of a transaction; on the writer's thread.
    void sweep() { store::sweep(*connection_); }
    /// Something that the next start counts on was not written: it must not count on anything.
    void distrust() { distrusted_.store(true, std::memory_order_relaxed); }
    /// On the writer's thread.
    Appender& appender() { return *appender_; }

private:
    struct Item {
        std::shared_ptr<const hub::StoredPublication> publication; // of an append, or else
        Appended done;
        std::unique_ptr<WriteOp> op;
        WriteOp::Step step = WriteOp::Step::Done;
    };

    void run(std::promise<std::optional<hub::StoreError>> started);
    void loop();
    void stop();
    void push(Item item, std::size_t bytes);
    void commitGroup(std::span<Item> items);
    void commitSlice();
    bool tryGroup(std::span<Item> items);
    bool runItems(std::span<Item> items);
    void answer(std::span<Item> items);
    void fail(Item& item, const hub::StoreError& error);
    void failAll(std::span<Item> items, const hub::StoreError& error);
    void block(const hub::StoreError& why);
    void probe();

    const StoreLocation location_;
    const SqlLimits limits_;
    GroupQueue<Item> queue_;
    std::thread thread_;

    std::atomic<std::size_t> waiting_{0}; // appends without an answer
    std::atomic<std::uint64_t> appended_{0};
    std::atomic<std::uint64_t> refused_{0};
    std::atomic<std::uint64_t> commits_{0};
    std::atomic<bool> distrusted_{false};
    mutable std::mutex mutex_; // guards state_ and positions_
    hub::StoreState state_;
    std::vector<hub::ChannelPosition> positions_;
    bool stoppedCleanly_ = true; // constant once started

    // The writer's thread alone:
    FileLock lock_;
    std::unique_ptr<SqlConnection> connection_;
    std::unique_ptr<Appender> appender_;
    std::vector<Item> group_;
    std::deque<Item> long_; // each has done a slice or more
    std::vector<Appender::Item> appends_;
    bool blocked_ = false;
    std::chrono::steady_clock::time_point nextProbe_;
};

} // namespace chinwag::store
