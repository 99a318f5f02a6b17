// A store without Qt that cannot keep everything, for tests of what becomes of the rest.
#pragma once

#include "RefusingModeration.h"
#include "hub/Store.h"

#include <condition_variable>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace chinwag::test {

/// Answers appends on its own thread, one in `every` with an error; it knows nothing of what it was given.
class LosingStore : public hub::Store {
public:
    using Stream = std::pair<std::string, std::string>; // channel and epoch
    using Messages = std::vector<hub::StoredMessage>;

    explicit LosingStore(unsigned every) : every_(every), thread_([this] { loop(); }) {}
    ~LosingStore() override { finish(); }

    /// Answers what waits; nothing may come any more. Returns the streams of which something was lost.
    const std::set<Stream>& finish() {
        {
            const std::lock_guard lock(mutex_);
            isOver_ = true;
        }
        something_.notify_one();
        if (thread_.joinable())
            thread_.join();
        return lost_;
    }

    std::vector<hub::ChannelPosition> takePositions() override { return {}; }
    bool stoppedCleanly() const override { return true; }
    void setPositions(std::vector<hub::ChannelPosition>, hub::StoreDone<hub::StoreNothing> done) override {
        done(hub::StoreNothing{});
    }
    void append(std::shared_ptr<const hub::StoredPublication> one,
                std::function<void(std::optional<hub::StoreError>)> done) override {
        {
            const std::lock_guard lock(mutex_);
            waiting_.emplace_back(std::move(one), std::move(done));
        }
        something_.notify_one();
    }
    hub::StoreState state() const override { return {}; }
    hub::StoreFacts facts() const override { return {}; }

    void history(hub::HistoryQuery, hub::StoreDone<hub::History> done) override { refuse(done); }
    void page(hub::PageQuery, hub::StoreDone<Messages> done) override { refuse(done); }
    void search(hub::SearchQuery, hub::StoreDone<Messages> done) override { refuse(done); }
    void find(std::string, std::string, hub::StoreDone<hub::StoredMessage> done) override { refuse(done); }
    void clientIdsSince(hub::StoreTime, hub::StoreDone<std::vector<hub::KnownClientId>> done) override {
        done(std::vector<hub::KnownClientId>());
    }
    void edit(std::string, std::string, std::string, std::string,
              hub::StoreDone<hub::StoreNothing> done) override {
        refuse(done);
    }
    void redact(std::string, std::string, hub::StoreDone<hub::StoreNothing> done) override { refuse(done); }
    void purgeUser(std::string, std::string, hub::StoreDone<std::uint64_t> done) override { refuse(done); }
    void eraseUser(std::string, std::string, hub::StoreDone<hub::Erasure> done) override { refuse(done); }
    void erasures(hub::StoreDone<std::vector<hub::Erasure>> done) override { refuse(done); }
    void trim(hub::Retention, hub::StoreDone<std::uint64_t> done) override { refuse(done); }
    void trimAll(hub::RetentionRule, hub::StoreDone<std::uint64_t> done) override { refuse(done); }
    void setReadMarker(std::string, std::string, std::string,
                       hub::StoreDone<hub::StoreNothing> done) override {
        refuse(done);
    }
    void readMarkers(std::string, hub::StoreDone<std::vector<hub::ReadMarker>> done) override {
        refuse(done);
    }
    void addRoom(std::string, hub::StoreDone<hub::StoreNothing> done) override { refuse(done); }
    void rooms(hub::RoomsQuery, hub::StoreDone<std::vector<hub::Room>> done) override { refuse(done); }
    void addReport(std::string, std::string, std::string, std::string,
                   hub::StoreDone<hub::StoreNothing> done) override {
        refuse(done);
    }
    void reports(hub::ReportQuery, hub::StoreDone<std::vector<hub::Report>> done) override { refuse(done); }
    void exportTo(std::string, std::function<void(std::uint64_t, std::uint64_t)>,
                  hub::StoreDone<std::uint64_t> done) override {
        refuse(done);
    }
    hub::ModerationStore& moderation() override { return rules_; }
    void backupTo(std::string, hub::StoreDone<hub::StoreNothing> done) override { refuse(done); }

private:
    using Append = std::pair<std::shared_ptr<const hub::StoredPublication>,
                             std::function<void(std::optional<hub::StoreError>)>>;

    template <typename T>
    static void refuse(const hub::StoreDone<T>& done) {
        done(hub::StoreError{hub::StoreError::Kind::Unsupported, "this store keeps nothing"});
    }

    void loop() {
        std::vector<Append> group;
        std::unique_lock lock(mutex_);
        while (true) {
            something_.wait(lock, [this] { return isOver_ || !waiting_.empty(); });
            if (waiting_.empty())
                return;
            group.swap(waiting_);
            lock.unlock();
            for (const auto& one : group)
                answer(one);
            group.clear();
            lock.lock();
        }
    }

    void answer(const Append& one) {
        if (random_() % every_ != 0)
            return one.second(std::nullopt);
        lost_.emplace(one.first->channel, one.first->epoch);
        one.second(hub::StoreError{hub::StoreError::Kind::Unavailable, "the disk is full"});
    }

    RefusingModeration rules_;
    const unsigned every_;
    std::mutex mutex_; // guards waiting_ and isOver_
    std::condition_variable something_;
    std::vector<Append> waiting_;
    bool isOver_ = false;
    std::set<Stream> lost_; // of the thread until it has ended, and so random_
    std::mt19937 random_{1};
    std::thread thread_;
};

} // namespace chinwag::test
