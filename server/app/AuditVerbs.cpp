#include "app/AuditVerbs.h"

#include "app/ExitCode.h"
#include "app/Interruption.h"
#include "app/Output.h"
#include "app/StoreAccess.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>
#include <vector>

namespace chinwag::app {

namespace {

using hub::AuditEntry;
using store::Upkeep;

constexpr std::size_t page = 500;

QString timeText(hub::StoreTime time) {
    return QDateTime::fromMSecsSinceEpoch(time).toUTC().toString(Qt::ISODateWithMs);
}

QJsonValue objectOrNull(const std::string& json) {
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue();
}

std::string jsonLine(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString() + '\n';
}

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

std::string jsonLine(const AuditEntry& entry) {
    return jsonLine(QJsonObject{{QStringLiteral("seq"), static_cast<qint64>(entry.seq)},
                                {QStringLiteral("time"), timeText(entry.time)},
                                {QStringLiteral("actor"), text(entry.actor)},
                                {QStringLiteral("action"), text(entry.action)},
                                {QStringLiteral("target"), text(entry.target)},
                                {QStringLiteral("reason"), text(entry.reason)},
                                {QStringLiteral("before"), objectOrNull(entry.before)},
                                {QStringLiteral("after"), objectOrNull(entry.after)},
                                {QStringLiteral("hash"), text(entry.hash)}});
}

std::string textLine(const AuditEntry& entry) {
    return std::to_string(entry.seq) + '\t' + timeText(entry.time).toStdString() + '\t' + entry.actor + '\t' +
           entry.action + '\t' + entry.target + '\t' + entry.reason + '\n';
}

int list(Upkeep& upkeep, hub::AuditQuery query, bool asJson) {
    query.limit = page;
    while (true) {
        const auto result = upkeep.audit(query);
        if (const auto* const error = std::get_if<hub::StoreError>(&result))
            return failed(*error);
        const auto& entries = std::get<std::vector<AuditEntry>>(result);
        std::string lines;
        for (const auto& entry : entries)
            lines += asJson ? jsonLine(entry) : textLine(entry);
        if (const int status = printed(lines); status != Success)
            return status;
        if (entries.size() < page)
            return Success;
        query.before = entries.back().seq;
    }
}

int verify(Upkeep& upkeep, bool asJson) {
    const Interruption interruption;
    const auto result = upkeep.verifyAudit(&Interruption::requested);
    if (const auto* const error = std::get_if<hub::StoreError>(&result))
        return failed(*error);
    const auto& verdict = std::get<hub::AuditVerdict>(result);
    const bool isWhole = verdict.fault.empty();
    const auto broken = verdict.entries + 1;
    if (asJson) {
        const int status = printed(jsonLine(QJsonObject{
            {QStringLiteral("entries"), static_cast<qint64>(verdict.entries)},
            {QStringLiteral("hash"), text(verdict.hash)},
            {QStringLiteral("broken_at"), isWhole ? QJsonValue() : QJsonValue(static_cast<qint64>(broken))},
            {QStringLiteral("fault"), isWhole ? QJsonValue() : text(verdict.fault)}}));
        return isWhole ? status : static_cast<int>(Failure);
    }
    if (!isWhole)
        return failed(QStringLiteral("the record is not whole: entry %1 is the first that is not as it was "
                                     "written: %2")
                          .arg(broken)
                          .arg(text(verdict.fault)));
    return printed("the record is whole; entries: " + std::to_string(verdict.entries) +
                   ", hash of the last: " + verdict.hash + '\n');
}

} // namespace

int showAudit(const AuditCommand& command, const config::Settings& settings) {
    hub::AuditQuery query;
    hub::StoreTime since = 0;
    hub::StoreTime until = 0;
    auto fault = readTime("--since", command.since, since);
    if (!fault)
        fault = readTime("--until", command.until, until);
    if (fault)
        return failed(*fault);
    if (since != 0)
        query.since = since;
    if (!command.until.empty())
        query.until = until;
    return withStore(settings, Upkeep::Access::Beside, [&](Upkeep& upkeep) {
        return command.action == AuditCommand::verify ? verify(upkeep, command.json)
                                                      : list(upkeep, query, command.json);
    });
}

void recordDeed(const OperatorDeed& deed, const config::Settings& settings) {
    const auto opened = openUpkeep(settings, Upkeep::Access::Beside);
    const auto* error = std::get_if<hub::StoreError>(&opened);
    hub::StoreResult<AuditEntry> recorded;
    if (error == nullptr) {
        const auto& upkeep = std::get<std::unique_ptr<Upkeep>>(opened);
        if (!upkeep)
            return;
        AuditEntry entry;
        entry.time = QDateTime::currentMSecsSinceEpoch();
        // No operator is called like that.
        entry.actor = callerName() + " (command line)";
        entry.action = deed.action;
        entry.target = deed.name;
        entry.before = deed.before;
        entry.after = deed.after;
        recorded = upkeep->record(std::move(entry));
        error = std::get_if<hub::StoreError>(&recorded);
    } else if (error->kind == hub::StoreError::Kind::NotFound) {
        return; // no server has run here
    }
    if (error != nullptr)
        static_cast<void>(failed(QStringLiteral("done, but not on record: ") + text(error->text)));
}

} // namespace chinwag::app
