#include "store/SqlWriter.h"

#include "store/Logging.h"

#include <iterator>
#include <utility>

namespace chinwag::store {

namespace {

using hub::StoreError;
using std::chrono::steady_clock;

constexpr std::chrono::seconds probeInterval{1};
// What an item costs besides its texts.
constexpr std::size_t itemBytes = 256;

std::size_t bytesOf(const hub::StoredPublication& p) {
    return itemBytes + p.channel.size() + p.epoch.size() + p.data.size() + p.info.size() + p.tags.size() +
           p.id.size() + p.clientId.size() + p.user.size() + p.text.size();
}

// Changes nothing; that its turn has come is all that somebody wants to know.
class Settling : public WriteOp {
public:
    explicit Settling(std::function<void()> then) : then_(std::move(then)) {}

    Step run(SqlConnection& /*connection*/) override { return Step::Done; }
    void succeed() override { then_(); }
    void fail(const StoreError& /*error*/) override { then_(); }

private:
    std::function<void()> then_;
};

} // namespace

SqlWriter::SqlWriter(StoreLocation location, const SqlLimits& limits)
    : location_(std::move(location)),
      limits_(limits),
      queue_(limits.queueBytes, {limits.patience, limits.gathered}) {}

SqlWriter::~SqlWriter() {
    queue_.close();
    if (thread_.joinable())
        thread_.join();
}

std::optional<StoreError> SqlWriter::start() {
    std::promise<std::optional<StoreError>> started;
    auto outcome = started.get_future();
    thread_ = std::thread([this, promise = std::move(started)]() mutable { run(std::move(promise)); });
    auto error = outcome.get();
    if (error)
        thread_.join();
    return error;
}

void SqlWriter::run(std::promise<std::optional<StoreError>> started) {
    connection_ = std::make_unique<SqlConnection>(location_);
    appender_ = std::make_unique<Appender>(*connection_);
    SqlOpening opening;
    auto error = openForWriting(*connection_, lock_, opening);
    positions_ = std::move(opening.positions);
    stoppedCleanly_ = opening.stoppedCleanly;
    const bool failed = error.has_value();
    started.set_value(std::move(error));
    if (!failed) {
        loop();
        stop();
    }
    appender_.reset();
    connection_.reset();
}

void SqlWriter::loop() {
    bool open = true;
    while (open) {
        std::optional<steady_clock::time_point> deadline;
        if (blocked_)
            deadline = nextProbe_;
        else if (!long_.empty())
            deadline = steady_clock::time_point::min();
        open = queue_.take(group_, limits_.groupItems, deadline);
        if (blocked_ && steady_clock::now() >= nextProbe_)
            probe();
        if (!group_.empty())
            commitGroup(group_);
        group_.clear();
        if (!blocked_ && !long_.empty())
            commitSlice();
    }
}

void SqlWriter::stop() {
    const StoreError closing{StoreError::Kind::Unavailable, "the server is stopping"};
    for (Item& item : long_)
        fail(item, closing);
    long_.clear();
    // A publication that was handed out and not kept makes offsets uncertain.
    if (refused_ == 0 && !distrusted_ && !blocked_ && !markStopped(*connection_))
        qCWarning(lcStore, "cannot note that the store was closed: %s", connection_->error().text.c_str());
}

void SqlWriter::push(Item item, std::size_t bytes) {
    const bool urgent = item.publication == nullptr || item.publication->awaited;
    switch (queue_.push(item, bytes, urgent)) {
    case GroupQueue<Item>::Push::Taken: return;
    case GroupQueue<Item>::Push::Full:
        fail(item, {StoreError::Kind::Busy, "too much waits to be written"});
        return;
    case GroupQueue<Item>::Push::Closed:
        fail(item, {StoreError::Kind::Unavailable, "the server is stopping"});
        return;
    }
}

void SqlWriter::append(std::shared_ptr<const hub::StoredPublication> publication, Appended done) {
    const std::size_t bytes = bytesOf(*publication);
    waiting_.fetch_add(1, std::memory_order_acq_rel);
    push({std::move(publication), std::move(done), nullptr}, bytes);
}

void SqlWriter::write(std::unique_ptr<WriteOp> op, std::size_t bytes) {
    push({nullptr, {}, std::move(op)}, itemBytes + bytes);
}

void SqlWriter::settle(std::function<void()> then) {
    if (waiting_.load(std::memory_order_acquire) == 0)
        then();
    else
        write(std::make_unique<Settling>(std::move(then)), 0);
}

void SqlWriter::commitGroup(std::span<Item> items) {
    if (blocked_) {
        failAll(items, {StoreError::Kind::Unavailable, state().reason});
        return;
    }
    if (tryGroup(items)) {
        answer(items);
        return;
    }
    const StoreError error = connection_->error();
    if (error.kind == StoreError::Kind::Unavailable) {
        block(error);
        failAll(items, error);
    } else if (items.size() == 1) {
        qCWarning(lcStore, "cannot keep one: %s", error.text.c_str());
        fail(items.front(), error);
    } else {
        // One of them is to blame; the others must not suffer for it.
        commitGroup(items.first(items.size() / 2));
        commitGroup(items.subspan(items.size() / 2));
    }
}

void SqlWriter::commitSlice() {
    Item item = std::move(long_.front());
    long_.pop_front();
    commitGroup(std::span(&item, 1));
}

bool SqlWriter::tryGroup(std::span<Item> items) {
    if (connection_->beginWriting() && runItems(items) && connection_->commit()) {
        commits_.fetch_add(1, std::memory_order_relaxed);
        return true;
    }
    const StoreError error = connection_->error();
    connection_->rollback();
    connection_->setError(error);
    appender_->rolledBack();
    return false;
}

bool SqlWriter::runItems(std::span<Item> items) {
    std::size_t i = 0;
    while (i < items.size()) {
        appends_.clear();
        for (; i < items.size() && items[i].publication != nullptr; ++i)
            appends_.push_back(items[i].publication);
        if (!appender_->append(appends_))
            return false;
        for (; i < items.size() && items[i].publication == nullptr; ++i) {
            items[i].step = items[i].op->run(*connection_);
            if (items[i].step == WriteOp::Step::Broken)
                return false;
        }
    }
    return true;
}

void SqlWriter::answer(std::span<Item> items) {
    for (Item& item : items) {
        if (item.publication != nullptr) {
            appended_.fetch_add(1, std::memory_order_relaxed);
            waiting_.fetch_sub(1, std::memory_order_acq_rel);
            item.done(std::nullopt);
            continue;
        }
        item.op->committed();
        if (item.step == WriteOp::Step::More)
            long_.push_back(std::move(item));
        else
            item.op->succeed();
    }
}

void SqlWriter::fail(Item& item, const StoreError& error) {
    if (item.publication == nullptr) {
        item.op->fail(error);
        return;
    }
    refused_.fetch_add(1, std::memory_order_relaxed);
    waiting_.fetch_sub(1, std::memory_order_acq_rel);
    item.done(error);
}

void SqlWriter::failAll(std::span<Item> items, const StoreError& error) {
    for (Item& item : items)
        fail(item, error);
}

void SqlWriter::block(const StoreError& why) {
    blocked_ = true;
    nextProbe_ = steady_clock::now() + probeInterval;
    qCCritical(lcStore, "the history cannot be written, publications that are to be kept are refused: %s",
               why.text.c_str());
    const std::lock_guard lock(mutex_);
    state_ = {false, why.text};
}

void SqlWriter::probe() {
    nextProbe_ = steady_clock::now() + probeInterval;
    // A connection that broke does not come back; SQLite has none.
    if (location_.kind == StoreLocation::Kind::PostgreSql &&
        (connection_->open() || lockDatabase(*connection_)))
        return;
    if (!tryWriting(*connection_))
        return;
    blocked_ = false;
    qCInfo(lcStore, "the history can be written again");
    const std::lock_guard lock(mutex_);
    state_ = {};
}

std::vector<hub::ChannelPosition> SqlWriter::takePositions() {
    const std::lock_guard lock(mutex_);
    return std::exchange(positions_, {});
}

hub::StoreState SqlWriter::state() const {
    const std::lock_guard lock(mutex_);
    return state_;
}

hub::StoreFacts SqlWriter::facts() const {
    return {appended_.load(std::memory_order_relaxed), refused_.load(std::memory_order_relaxed),
            commits_.load(std::memory_order_relaxed), queue_.bytes()};
}

} // namespace chinwag::store
