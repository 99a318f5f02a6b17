// A store whose disk is as slow, and as full, as a test wants it, and which can crash.
#pragma once

#include "hub/Store.h"
#include "store/MemoryStore.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace chinwag::test {

/// What is left when a server is gone.
struct HeldDisk {
    store::MemoryStore memory;
    std::map<std::string, hub::ChannelPosition> positions; // of the latest streams
    bool stoppedCleanly = true;
};

/// Of one server, on `disk`. One thread: what is written waits for commit() or fail(), and whatever is asked
/// is answered before the call returns. Without close() it has crashed.
class HeldStore : public hub::Store {
public:
    explicit HeldStore(HeldDisk& disk)
        : disk_(disk), stoppedCleanly_(std::exchange(disk.stoppedCleanly, false)) {}

    std::size_t waiting() const { return waiting_.size(); }
    /// Brings the first `most` of what waits to disk.
    void commit(std::size_t most = ~std::size_t{0}) { finish(most, true); }
    /// The disk does not take them.
    void fail(std::size_t most = ~std::size_t{0}) { finish(most, false); }
    /// Brings to disk what waits, and says that it is all, if it is.
    void close() {
        commit();
        disk_.stoppedCleanly = !lost_;
    }

    std::vector<hub::ChannelPosition> takePositions() override {
        std::vector<hub::ChannelPosition> out;
        for (const auto& [channel, position] : disk_.positions)
            out.push_back(position);
        return out;
    }
    bool stoppedCleanly() const override { return stoppedCleanly_; }
    void setPositions(std::vector<hub::ChannelPosition> positions,
                      hub::StoreDone<hub::StoreNothing> done) override {
        waiting_.emplace_back([this, positions = std::move(positions), done = std::move(done)](bool taken) {
            if (!taken)
                return done(full());
            for (const auto& position : positions)
                raise(position);
            done(hub::StoreNothing{});
        });
    }
    void append(std::shared_ptr<const hub::StoredPublication> one,
                std::function<void(std::optional<hub::StoreError>)> done) override {
        waiting_.emplace_back([this, one = std::move(one), done = std::move(done)](bool taken) {
            if (!taken) {
                lost_ = true;
                return done(full());
            }
            std::promise<std::optional<hub::StoreError>> promise;
            disk_.memory.append(one, [&promise](auto error) { promise.set_value(std::move(error)); });
            auto error = promise.get_future().get();
            if (!error)
                raise({one->channel, one->epoch, one->offset});
            done(std::move(error));
        });
    }
    void history(hub::HistoryQuery query, hub::StoreDone<hub::History> done) override {
        ask(std::move(done), [&](auto answer) { disk_.memory.history(std::move(query), std::move(answer)); });
    }
    void page(hub::PageQuery query, hub::StoreDone<std::vector<hub::StoredMessage>> done) override {
        ask(std::move(done), [&](auto answer) { disk_.memory.page(std::move(query), std::move(answer)); });
    }
    void search(hub::SearchQuery query, hub::StoreDone<std::vector<hub::StoredMessage>> done) override {
        ask(std::move(done), [&](auto answer) { disk_.memory.search(std::move(query), std::move(answer)); });
    }
    void find(std::string channel, std::string id, hub::StoreDone<hub::StoredMessage> done) override {
        ask(std::move(done),
            [&](auto answer) { disk_.memory.find(std::move(channel), std::move(id), std::move(answer)); });
    }
    void clientIdsSince(hub::StoreTime time, hub::StoreDone<std::vector<hub::KnownClientId>> done) override {
        ask(std::move(done), [&](auto answer) { disk_.memory.clientIdsSince(time, std::move(answer)); });
    }
    void edit(std::string channel, std::string id, std::string data, std::string text,
              hub::StoreDone<hub::StoreNothing> done) override {
        ask(std::move(done), [&](auto answer) {
            disk_.memory.edit(std::move(channel), std::move(id), std::move(data), std::move(text),
                              std::move(answer));
        });
    }
    void redact(std::string channel, std::string id, hub::StoreDone<hub::StoreNothing> done) override {
        ask(std::move(done),
            [&](auto answer) { disk_.memory.redact(std::move(channel), std::move(id), std::move(answer)); });
    }
    void purgeUser(std::string user, std::string channel, hub::StoreDone<std::uint64_t> done) override {
        ask(std::move(done), [&](auto answer) {
            disk_.memory.purgeUser(std::move(user), std::move(channel), std::move(answer));
        });
    }
    void eraseUser(std::string user, std::string by, hub::StoreDone<hub::Erasure> done) override {
        ask(std::move(done),
            [&](auto answer) { disk_.memory.eraseUser(std::move(user), std::move(by), std::move(answer)); });
    }
    void erasures(hub::StoreDone<std::vector<hub::Erasure>> done) override {
        ask(std::move(done), [&](auto answer) { disk_.memory.erasures(std::move(answer)); });
    }
    void trim(hub::Retention retention, hub::StoreDone<std::uint64_t> done) override {
        ask(std::move(done),
            [&](auto answer) { disk_.memory.trim(std::move(retention), std::move(answer)); });
    }
    void trimAll(hub::RetentionRule rule, hub::StoreDone<std::uint64_t> done) override {
        ask(std::move(done), [&](auto answer) { disk_.memory.trimAll(std::move(rule), std::move(answer)); });
    }
    void setReadMarker(std::string user, std::string channel, std::string id,
                       hub::StoreDone<hub::StoreNothing> done) override {
        ask(std::move(done), [&](auto answer) {
            disk_.memory.setReadMarker(std::move(user), std::move(channel), std::move(id), std::move(answer));
        });
    }
    void readMarkers(std::string user, hub::StoreDone<std::vector<hub::ReadMarker>> done) override {
        ask(std::move(done),
            [&](auto answer) { disk_.memory.readMarkers(std::move(user), std::move(answer)); });
    }
    void addRoom(std::string channel, hub::StoreDone<hub::StoreNothing> done) override {
        ask(std::move(done),
            [&](auto answer) { disk_.memory.addRoom(std::move(channel), std::move(answer)); });
    }
    void rooms(hub::RoomsQuery query, hub::StoreDone<std::vector<hub::Room>> done) override {
        ask(std::move(done), [&](auto answer) { disk_.memory.rooms(std::move(query), std::move(answer)); });
    }
    void addReport(std::string channel, std::string id, std::string reporter, std::string reason,
                   hub::StoreDone<hub::StoreNothing> done) override {
        ask(std::move(done), [&](auto answer) {
            disk_.memory.addReport(std::move(channel), std::move(id), std::move(reporter), std::move(reason),
                                   std::move(answer));
        });
    }
    void reports(hub::ReportQuery query, hub::StoreDone<std::vector<hub::Report>> done) override {
        ask(std::move(done), [&](auto answer) { disk_.memory.reports(query, std::move(answer)); });
    }
    hub::ModerationStore& moderation() override { return disk_.memory.moderation(); }
    void exportTo(std::string path, std::function<void(std::uint64_t, std::uint64_t)> progress,
                  hub::StoreDone<std::uint64_t> done) override {
        ask(std::move(done), [&](auto answer) {
            disk_.memory.exportTo(std::move(path), std::move(progress), std::move(answer));
        });
    }
    void backupTo(std::string path, hub::StoreDone<hub::StoreNothing> done) override {
        ask(std::move(done), [&](auto answer) { disk_.memory.backupTo(std::move(path), std::move(answer)); });
    }
    hub::StoreState state() const override { return {}; }
    hub::StoreFacts facts() const override { return disk_.memory.facts(); }

private:
    static hub::StoreError full() { return {hub::StoreError::Kind::Unavailable, "the disk is full"}; }

    template <typename T, typename Call>
    static void ask(hub::StoreDone<T> done, const Call& call) {
        std::promise<hub::StoreResult<T>> promise;
        call(hub::StoreDone<T>(
            [&promise](hub::StoreResult<T> result) { promise.set_value(std::move(result)); }));
        done(promise.get_future().get());
    }
    void raise(const hub::ChannelPosition& position) {
        auto& kept = disk_.positions[position.channel];
        if (kept.epoch != position.epoch || kept.top < position.top)
            kept = position;
    }
    void finish(std::size_t most, bool taken) {
        for (; most > 0 && !waiting_.empty(); --most) {
            const auto first = std::move(waiting_.front());
            waiting_.pop_front();
            first(taken);
        }
    }

    HeldDisk& disk_;
    const bool stoppedCleanly_;
    bool lost_ = false;
    std::deque<std::function<void(bool)>> waiting_;
};

} // namespace chinwag::test
