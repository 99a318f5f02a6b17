// A store that forgets everything at the end: for tests of what stands on the port, and for the rules of a
// server that keeps nothing.
#pragma once

#include "hub/Store.h"
#include "store/GroupQueue.h"
#include "store/MemoryModeration.h"
#include "store/Trim.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace chinwag::store {

/// Looks at every message for every question. Answers come on its own thread, as those of the others do.
class MemoryStore : public hub::Store {
public:
    MemoryStore();
    ~MemoryStore() override;

    /// While not writable it refuses as a full disk does.
    void setState(hub::StoreState state);

    std::vector<hub::ChannelPosition> takePositions() override { return {}; }
    bool stoppedCleanly() const override { return true; }
    void setPositions(std::vector<hub::ChannelPosition> positions,
                      hub::StoreDone<hub::StoreNothing> done) override;
    void append(std::shared_ptr<const hub::StoredPublication> publication,
                std::function<void(std::optional<hub::StoreError>)> done) override;
    void history(hub::HistoryQuery query, hub::StoreDone<hub::History> done) override;
    void page(hub::PageQuery query, hub::StoreDone<std::vector<hub::StoredMessage>> done) override;
    void search(hub::SearchQuery query, hub::StoreDone<std::vector<hub::StoredMessage>> done) override;
    void find(std::string channel, std::string id, hub::StoreDone<hub::StoredMessage> done) override;
    void clientIdsSince(hub::StoreTime time, hub::StoreDone<std::vector<hub::KnownClientId>> done) override;
    void edit(std::string channel, std::string id, std::string data, std::string text,
              hub::StoreDone<hub::StoreNothing> done) override;
    void redact(std::string channel, std::string id, hub::StoreDone<hub::StoreNothing> done) override;
    void purgeUser(std::string user, std::string channel, hub::StoreDone<std::uint64_t> done) override;
    void eraseUser(std::string user, std::string by, hub::StoreDone<hub::Erasure> done) override;
    void erasures(hub::StoreDone<std::vector<hub::Erasure>> done) override;
    void trim(hub::Retention retention, hub::StoreDone<std::uint64_t> done) override {
        trimAll(ruleOf(std::move(retention)), std::move(done));
    }
    void trimAll(hub::RetentionRule rule, hub::StoreDone<std::uint64_t> done) override;
    void setReadMarker(std::string user, std::string channel, std::string id,
                       hub::StoreDone<hub::StoreNothing> done) override;
    void readMarkers(std::string user, hub::StoreDone<std::vector<hub::ReadMarker>> done) override;
    void addRoom(std::string channel, hub::StoreDone<hub::StoreNothing> done) override;
    void rooms(hub::RoomsQuery query, hub::StoreDone<std::vector<hub::Room>> done) override;
    void addReport(std::string channel, std::string id, std::string reporter, std::string reason,
                   hub::StoreDone<hub::StoreNothing> done) override;
    void reports(hub::ReportQuery query, hub::StoreDone<std::vector<hub::Report>> done) override;
    void exportTo(std::string path, std::function<void(std::uint64_t, std::uint64_t)> progress,
                  hub::StoreDone<std::uint64_t> done) override;
    void backupTo(std::string path, hub::StoreDone<hub::StoreNothing> done) override;

    hub::ModerationStore& moderation() override { return moderation_; }

    hub::StoreState state() const override;
    hub::StoreFacts facts() const override;

private:
    friend class MemoryModeration;
    struct Stream {
        std::string epoch;
        std::uint64_t top = 0;
    };
    struct FlaggedMessage {
        std::uint64_t number = 0;
        std::uint64_t seq = 0;
        std::string reporter;
        std::string reason;
        hub::StoreTime time = 0;
        hub::Report::Outcome outcome = hub::Report::Outcome::Open;
        std::string resolvedBy{};
        std::string note{};
        hub::StoreTime resolvedAt = 0;
    };
    using Entry = hub::StoredMessage; // with its words as the text

    template <typename T>
    void post(hub::StoreDone<T> done, std::function<hub::StoreResult<T>()> work) {
        Task task = [done = std::move(done), work = std::move(work)] { done(work()); };
        put(std::move(task));
    }
    template <typename T>
    void postWrite(hub::StoreDone<T> done, std::function<hub::StoreResult<T>()> work) {
        post<T>(std::move(done), [this, work = std::move(work)]() -> hub::StoreResult<T> {
            const auto now = state();
            if (now.writable)
                return work();
            return hub::StoreError{hub::StoreError::Kind::Unavailable, now.reason};
        });
    }
    using Task = std::function<void()>;
    void put(Task task);
    void loop();

    // On its thread:
    Entry* entry(const std::string& channel, const std::string& id);
    Stream& stream(const std::string& channel, const std::string& epoch);
    std::optional<hub::StoreError> keep(const hub::StoredPublication& publication);
    std::vector<hub::StoredMessage> newest(const std::string& channel, std::uint64_t before,
                                           std::size_t limit,
                                           const std::function<bool(const Entry&)>& wanted) const;
    /// Of PageQuery::after.
    std::vector<hub::StoredMessage> following(const hub::PageQuery& query) const;
    // A change has the data of what it is of.
    hub::StoredMessage asItIsNow(const Entry& one);
    hub::History read(const hub::HistoryQuery& query);
    hub::StoreResult<hub::StoreNothing> redactOne(const std::string& channel, const std::string& id);
    std::uint64_t redactWhere(const std::function<bool(const Entry&)>& wanted);
    std::uint64_t drop(const hub::RetentionRule& rule);
    void addMembers(const std::string& channel);
    hub::Room room(const std::string& channel, const hub::RoomsQuery& query);
    bool speaksTo(const hub::RoomsQuery& query, const Entry& one);

    GroupQueue<Task> queue_;
    std::vector<Entry> entries_; // by seq
    std::map<std::string, std::vector<Stream>> streams_;
    std::map<std::string, std::map<std::string, hub::ReadMarker>> markers_;
    std::map<std::string, std::set<std::string>> memberships_; // channels, by user
    std::vector<FlaggedMessage> reports_;
    std::vector<hub::Erasure> erasures_;
    MemoryModeration moderation_{*this};
    std::uint64_t lastSeq_ = 0;

    mutable std::mutex mutex_; // guards state_
    hub::StoreState state_;
    std::atomic<std::uint64_t> appended_{0};
    std::atomic<std::uint64_t> refused_{0};
    std::thread thread_;
};

} // namespace chinwag::store
