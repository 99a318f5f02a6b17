// The history in SQLite or PostgreSQL.
#pragma once

#include "hub/Store.h"
#include "store/SqlModeration.h"
#include "store/SqlReader.h"
#include "store/SqlWriter.h"
#include "store/StoreLocation.h"

#include <atomic>
#include <memory>
#include <variant>

namespace chinwag::store {

/// One thread writes, one answers, one copies; each has its own connection. Needs a QCoreApplication.
class SqlStore : public hub::Store {
public:
    /// Opens, checks and migrates; that may take a while. An error's text is for whoever starts the server.
    static std::variant<std::unique_ptr<SqlStore>, hub::StoreError> open(const StoreLocation& location,
                                                                         SqlLimits limits = {});

    std::vector<hub::ChannelPosition> takePositions() override { return writer_->takePositions(); }
    bool stoppedCleanly() const override { return writer_->stoppedCleanly(); }
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
    void trim(hub::Retention retention, hub::StoreDone<std::uint64_t> done) override;
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

    hub::StoreState state() const override { return writer_->state(); }
    hub::StoreFacts facts() const override;

private:
    SqlStore(std::unique_ptr<SqlWriter> writer, const StoreLocation& location);

    /// A publication is told before it is on disk: this answers with those, too, that were appended before.
    template <typename T>
    void askSettled(SqlReader::Work<T> work, hub::StoreDone<T> done);
    hub::StoreDone<std::uint64_t> counted(hub::StoreDone<std::uint64_t> done);

    std::atomic<std::uint64_t> trimmed_{0}; // the writer counts up to its end
    // The writer goes last: only then may SQLite fold its log into the file.
    std::unique_ptr<SqlWriter> writer_;
    std::shared_ptr<SqlReader> reader_; // what waits for the writer finds out by it that the end has come
    SqlReader copier_;
    SqlModeration moderation_;
};

} // namespace chinwag::store
