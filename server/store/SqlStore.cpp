#include "store/SqlStore.h"

#include "store/Archive.h"
#include "store/Edits.h"
#include "store/ExportFile.h"
#include "store/Queries.h"
#include "store/Trim.h"
#include "store/UserPurge.h"

#include <utility>

namespace chinwag::store {

namespace {

constexpr std::size_t mostQuestions = 10'000;
constexpr std::size_t mostCopies = 2;

using hub::StoreDone;
using hub::StoreNothing;

using NothingWrite = ShortWrite<StoreNothing>;

} // namespace

std::variant<std::unique_ptr<SqlStore>, hub::StoreError> SqlStore::open(const StoreLocation& location,
                                                                        SqlLimits limits) {
    auto writer = std::make_unique<SqlWriter>(location, limits);
    if (auto error = writer->start())
        return *std::move(error);
    return std::unique_ptr<SqlStore>(new SqlStore(std::move(writer), location));
}

SqlStore::SqlStore(std::unique_ptr<SqlWriter> writer, const StoreLocation& location)
    : writer_(std::move(writer)),
      reader_(std::make_shared<SqlReader>(location, mostQuestions)),
      copier_(location, mostCopies),
      moderation_(*writer_, *reader_, copier_) {}

template <typename T>
void SqlStore::askSettled(SqlReader::Work<T> work, StoreDone<T> done) {
    writer_->settle(
        [reader = std::weak_ptr(reader_), work = std::move(work), done = std::move(done)]() mutable {
            if (const std::shared_ptr<SqlReader> open = reader.lock())
                open->ask<T>(std::move(work), std::move(done));
            else
                done(hub::StoreError{hub::StoreError::Kind::Unavailable, "the server is stopping"});
        });
}

void SqlStore::append(std::shared_ptr<const hub::StoredPublication> publication,
                      std::function<void(std::optional<hub::StoreError>)> done) {
    writer_->append(std::move(publication), std::move(done));
}

void SqlStore::setPositions(std::vector<hub::ChannelPosition> positions, StoreDone<StoreNothing> done) {
    std::size_t bytes = 0;
    for (const hub::ChannelPosition& position : positions)
        bytes += sizeof position + position.channel.size() + position.epoch.size();
    auto work = [writer = writer_.get(), positions = std::move(positions)](SqlConnection&) -> EditResult {
        for (const hub::ChannelPosition& position : positions) {
            if (!writer->appender().setPosition(position))
                return std::nullopt;
        }
        return StoreNothing{};
    };
    auto watched = [writer = writer_.get(), done = std::move(done)](hub::StoreResult<StoreNothing> result) {
        if (std::holds_alternative<hub::StoreError>(result))
            writer->distrust();
        done(std::move(result));
    };
    writer_->write(std::make_unique<NothingWrite>(std::move(work), std::move(watched)), bytes);
}

void SqlStore::history(hub::HistoryQuery query, StoreDone<hub::History> done) {
    reader_->ask<hub::History>(
        [query = std::move(query)](SqlConnection& connection) { return readHistory(connection, query); },
        std::move(done));
}

void SqlStore::page(hub::PageQuery query, StoreDone<Messages> done) {
    const bool isOfNewest = query.before == 0;
    auto work = [query = std::move(query)](SqlConnection& connection) { return readPage(connection, query); };
    if (isOfNewest)
        askSettled<Messages>(std::move(work), std::move(done));
    else
        reader_->ask<Messages>(std::move(work), std::move(done));
}

void SqlStore::search(hub::SearchQuery query, StoreDone<Messages> done) {
    reader_->ask<Messages>(
        [query = std::move(query)](SqlConnection& connection) { return readSearch(connection, query); },
        std::move(done));
}

void SqlStore::find(std::string channel, std::string id, StoreDone<hub::StoredMessage> done) {
    askSettled<hub::StoredMessage>(
        [channel = std::move(channel), id = std::move(id)](SqlConnection& connection) {
            return readMessage(connection, channel, id);
        },
        std::move(done));
}

void SqlStore::clientIdsSince(hub::StoreTime time, StoreDone<std::vector<hub::KnownClientId>> done) {
    reader_->ask<std::vector<hub::KnownClientId>>(
        [time](SqlConnection& connection) { return readClientIds(connection, time); }, std::move(done));
}

void SqlStore::edit(std::string channel, std::string id, std::string data, std::string text,
                    StoreDone<StoreNothing> done) {
    const std::size_t bytes = data.size() + text.size();
    auto work = [channel = std::move(channel), id = std::move(id), data = std::move(data),
                 text = std::move(text)](SqlConnection& connection) {
        return editMessage(connection, channel, id, data, text);
    };
    writer_->write(std::make_unique<NothingWrite>(std::move(work), std::move(done)), bytes);
}

void SqlStore::redact(std::string channel, std::string id, StoreDone<StoreNothing> done) {
    auto work = [channel = std::move(channel), id = std::move(id)](SqlConnection& connection) {
        return redactMessage(connection, channel, id);
    };
    writer_->write(std::make_unique<NothingWrite>(std::move(work), std::move(done)), 0);
}

void SqlStore::purgeUser(std::string user, std::string channel, StoreDone<std::uint64_t> done) {
    writer_->write(std::make_unique<UserPurge>(std::move(user), std::move(channel), std::move(done)), 0);
}

void SqlStore::eraseUser(std::string user, std::string by, StoreDone<hub::Erasure> done) {
    writer_->write(
        std::make_unique<UserErasure>(
            std::move(user), std::move(by), [writer = writer_.get()] { writer->sweep(); }, std::move(done)),
        0);
}

void SqlStore::erasures(StoreDone<std::vector<hub::Erasure>> done) {
    reader_->ask<std::vector<hub::Erasure>>(
        [](SqlConnection& connection) { return readErasures(connection); }, std::move(done));
}

void SqlStore::trim(hub::Retention retention, StoreDone<std::uint64_t> done) {
    auto one = retention.prefix ? std::nullopt : std::optional(retention.channel);
    writer_->write(
        std::make_unique<Trim>(std::move(one), ruleOf(std::move(retention)), counted(std::move(done))), 0);
}

void SqlStore::trimAll(hub::RetentionRule rule, StoreDone<std::uint64_t> done) {
    writer_->write(std::make_unique<Trim>(std::nullopt, std::move(rule), counted(std::move(done))), 0);
}

StoreDone<std::uint64_t> SqlStore::counted(StoreDone<std::uint64_t> done) {
    return [this, done = std::move(done)](hub::StoreResult<std::uint64_t> result) {
        if (const auto* const count = std::get_if<std::uint64_t>(&result))
            trimmed_.fetch_add(*count, std::memory_order_relaxed);
        done(std::move(result));
    };
}

hub::StoreFacts SqlStore::facts() const {
    auto facts = writer_->facts();
    facts.trimmed = trimmed_.load(std::memory_order_relaxed);
    return facts;
}

void SqlStore::setReadMarker(std::string user, std::string channel, std::string id,
                             StoreDone<StoreNothing> done) {
    auto work = [user = std::move(user), channel = std::move(channel), id = std::move(id)](
                    SqlConnection& connection) { return setMarker(connection, user, channel, id); };
    writer_->write(std::make_unique<NothingWrite>(std::move(work), std::move(done)), 0);
}

void SqlStore::readMarkers(std::string user, StoreDone<std::vector<hub::ReadMarker>> done) {
    reader_->ask<std::vector<hub::ReadMarker>>(
        [user = std::move(user)](SqlConnection& connection) { return readMarkersOf(connection, user); },
        std::move(done));
}

void SqlStore::addRoom(std::string channel, StoreDone<StoreNothing> done) {
    auto work = [writer = writer_.get(), channel = std::move(channel)](SqlConnection&) -> EditResult {
        if (!writer->appender().addRoom(channel))
            return std::nullopt;
        return StoreNothing{};
    };
    writer_->write(std::make_unique<NothingWrite>(std::move(work), std::move(done)), 0);
}

void SqlStore::rooms(hub::RoomsQuery query, StoreDone<std::vector<hub::Room>> done) {
    reader_->ask<std::vector<hub::Room>>(
        [query = std::move(query)](SqlConnection& connection) { return readRooms(connection, query); },
        std::move(done));
}

void SqlStore::addReport(std::string channel, std::string id, std::string reporter, std::string reason,
                         StoreDone<StoreNothing> done) {
    const std::size_t bytes = reason.size();
    auto work = [channel = std::move(channel), id = std::move(id), reporter = std::move(reporter),
                 reason = std::move(reason)](SqlConnection& connection) {
        return addReportOf(connection, channel, id, reporter, reason);
    };
    writer_->write(std::make_unique<NothingWrite>(std::move(work), std::move(done)), bytes);
}

void SqlStore::reports(hub::ReportQuery query, StoreDone<std::vector<hub::Report>> done) {
    reader_->ask<std::vector<hub::Report>>(
        [query](SqlConnection& connection) { return readReports(connection, query); }, std::move(done));
}

void SqlStore::exportTo(std::string path, std::function<void(std::uint64_t, std::uint64_t)> progress,
                        StoreDone<std::uint64_t> done) {
    copier_.ask<std::uint64_t>(
        [this, path = std::move(path), progress = std::move(progress)](SqlConnection& connection) {
            ExportFile file(path);
            return exportMessages(connection, file, {}, progress, [this] { return copier_.stopping(); });
        },
        std::move(done));
}

void SqlStore::backupTo(std::string path, StoreDone<StoreNothing> done) {
    copier_.ask<StoreNothing>(
        [path = std::move(path)](SqlConnection& connection) { return backUp(connection, path); },
        std::move(done));
}

} // namespace chinwag::store
