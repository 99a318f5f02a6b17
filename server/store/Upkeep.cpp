#include "store/Upkeep.h"

#include "store/AuditTable.h"
#include "store/Migrations.h"
#include "store/SqlOpening.h"
#include "store/UserPurge.h"

#include <QtCore/QFile>

#include <array>
#include <utility>

namespace chinwag::store {

namespace {

using hub::StoreError;

struct RowCheck {
    const char* statement;
    const char* fault; // of so many rows
};

constexpr std::array<RowCheck, 3> rowChecks{{
    {"check_streams", "messages that belong to no stream of their channel"},
    {"check_channels", "streams that belong to no channel"},
    {"check_order", "messages that stand before an earlier one of their stream"},
}};

} // namespace

std::variant<std::unique_ptr<Upkeep>, StoreError> Upkeep::open(const StoreLocation& location, Access access) {
    auto out = std::unique_ptr<Upkeep>(new Upkeep(location));
    if (auto error = out->start(access))
        return *std::move(error);
    return out;
}

std::optional<StoreError> Upkeep::start(Access access) {
    const StoreLocation& location = connection_.location();
    const std::string place = location.toString().toStdString();
    if (location.kind == StoreLocation::Kind::Sqlite) {
        if (!QFile::exists(location.path))
            return StoreError{StoreError::Kind::NotFound, "there is no store at " + place};
        const QString taken = access == Access::Alone ? lock_.take(location.path) : QString();
        if (!taken.isEmpty())
            return StoreError{StoreError::Kind::Busy, taken.toStdString()};
    }
    if (const auto error = connection_.open())
        return StoreError{error->kind, "cannot open " + place + ": " + error->text};
    if (access == Access::Alone) {
        if (auto error = lockDatabase(connection_))
            return error;
    }
    if (auto error = requireCurrent(connection_))
        return StoreError{error->kind, place + ": " + error->text};
    return std::nullopt;
}

hub::StoreResult<std::uint64_t> Upkeep::exportTo(ExportFile& file, const ExportRange& range,
                                                 const Progress& progress,
                                                 const std::function<bool()>& stopping) {
    auto result = exportMessages(connection_, file, range, progress, stopping);
    return result ? *std::move(result) : connection_.error();
}

hub::StoreResult<hub::StoreNothing> Upkeep::backUpTo(const std::string& path) {
    auto result = backUp(connection_, path);
    return result ? *std::move(result) : connection_.error();
}

hub::StoreResult<Upkeep::Verdict> Upkeep::check() {
    Verdict verdict;
    if (!checkFile(verdict))
        return connection_.error();
    // What is read from a damaged file says nothing.
    if (!verdict.faults.empty())
        return verdict;
    if (!checkWords(verdict) || !checkRows(verdict))
        return connection_.error();
    return verdict;
}

bool Upkeep::checkFile(Verdict& verdict) {
    if (connection_.text().statement("check_file").isEmpty())
        return true;
    const bool read = connection_.each("check_file", {}, [&](const QSqlQuery& row) {
        auto line = fromSql(row.value(0));
        if (line != "ok")
            verdict.faults.push_back(std::move(line));
    });
    if (read || connection_.error().kind == StoreError::Kind::Unavailable)
        return read;
    // So damaged that not even the check gets through.
    verdict.faults.push_back(connection_.error().text);
    return true;
}

bool Upkeep::checkWords(Verdict& verdict) {
    if (connection_.text().statement("check_words").isEmpty() || connection_.change("check_words", {}))
        return true;
    if (connection_.error().kind == StoreError::Kind::Unavailable)
        return false;
    verdict.faults.push_back("the index of words does not fit the messages: " + connection_.error().text);
    return true;
}

bool Upkeep::checkRows(Verdict& verdict) {
    for (const auto& [statement, fault] : rowChecks) {
        const auto count = connection_.number(statement);
        if (!count)
            return false;
        if (*count != 0)
            verdict.faults.push_back(std::to_string(*count) + ' ' + fault);
    }
    const auto messages = connection_.number("count_messages");
    const auto channels = connection_.number("count_channels");
    if (!messages || !channels)
        return false;
    verdict.messages = static_cast<std::uint64_t>(*messages);
    verdict.channels = static_cast<std::uint64_t>(*channels);
    return true;
}

hub::StoreResult<std::vector<hub::AuditEntry>> Upkeep::audit(const hub::AuditQuery& query) {
    auto result = readAudit(connection_, query);
    return result ? *std::move(result) : connection_.error();
}

hub::StoreResult<hub::AuditVerdict> Upkeep::verifyAudit(const std::function<bool()>& stopping) {
    auto result = store::verifyAudit(connection_, stopping);
    return result ? *std::move(result) : connection_.error();
}

hub::StoreResult<hub::AuditEntry> Upkeep::record(hub::AuditEntry entry) {
    if (!connection_.beginWriting())
        return connection_.error();
    if (appendAudit(connection_, entry) && connection_.commit())
        return entry;
    const StoreError error = connection_.error();
    connection_.rollback();
    return error;
}

hub::StoreResult<hub::Erasure> Upkeep::erase(const std::string& user, const std::string& by,
                                             const std::function<bool()>& stopping) {
    hub::StoreResult<hub::Erasure> result;
    UserErasure erasure(
        user, by, [this] { sweep(connection_); },
        [&result](hub::StoreResult<hub::Erasure> answer) { result = std::move(answer); });
    auto step = WriteOp::Step::More;
    while (step == WriteOp::Step::More) {
        if (stopping())
            return StoreError{StoreError::Kind::Unavailable, "stopped before the end"};
        if (!connection_.begin())
            return connection_.error();
        step = erasure.run(connection_);
        if (step == WriteOp::Step::Broken || !connection_.commit()) {
            const StoreError error = connection_.error();
            connection_.rollback();
            return error;
        }
        erasure.committed();
    }
    erasure.succeed();
    return result;
}

} // namespace chinwag::store
