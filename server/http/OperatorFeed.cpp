#include "http/OperatorFeed.h"

#include "http/JsonMessage.h"
#include "http/OperatorJson.h"
#include "hub/OperatorChannels.h"
#include "hub/Store.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <numeric>
#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;

// Of the records of one second; what is over it is read at /admin/api/logs.
constexpr std::size_t maxRecords = 20;

QJsonObject toJson(const hub::OperatorEvent& event) {
    if (event.kind == hub::OperatorEvent::Kind::Report)
        return {{u"type"_s, u"report"_s}, {u"channel"_s, QString::fromStdString(event.target)}};
    return {{u"type"_s, u"audit"_s},
            {u"action"_s, QString::fromStdString(event.action)},
            {u"actor"_s, QString::fromStdString(event.actor)},
            {u"target"_s, QString::fromStdString(event.target)}};
}

std::uint64_t closedOf(const metrics::Snapshot& snapshot) {
    return std::accumulate(snapshot.closings.begin(), snapshot.closings.end(), std::uint64_t{0});
}

} // namespace

OperatorFeed::OperatorFeed(Sources sources, QObject* parent) : QObject(parent), sources_(std::move(sources)) {
    second_.setInterval(std::chrono::seconds(1));
    connect(&second_, &QTimer::timeout, this, &OperatorFeed::tell);
}

FeedToken OperatorFeed::issueToken(const auth::OperatorSessions::Session& session) {
    auto token = sources_.door.issue(session, std::chrono::system_clock::now());
    if (!second_.isActive()) {
        // From now on, so that nothing is missed between a first look at the lists and the first event.
        sources_.hub.operatorEvents().setWatched(true);
        toldLogs_ = latestLogSeq();
        before_ = sources_.probes.stats();
        health_ = health();
        second_.start();
    }
    return {std::move(token), sources_.door.lifetime()};
}

void OperatorFeed::tell() {
    if (!second_.isActive())
        return;
    review();
    tellStats();
    tellEvents();
    tellLogs();
    if (sources_.door.isWanted(std::chrono::system_clock::now()))
        return;
    second_.stop();
    sources_.hub.operatorEvents().setWatched(false);
    static_cast<void>(sources_.hub.operatorEvents().take());
}

void OperatorFeed::review() {
    for (const auto& ended : sources_.door.review(sources_.operators.sessions())) {
        const auto code = ended.mayReturn ? protocol::CloseCode::Expired : protocol::CloseCode::InvalidToken;
        sources_.hub.clients().tell({{}, ended.client, {}},
                                    hub::DisconnectClient{code, std::string(protocol::closeReason(code))});
    }
}

void OperatorFeed::tellStats() {
    if (hasListeners(hub::statsChannel))
        publish(hub::statsChannel, operatorStats(sources_.probes.stats(), health()));
}

void OperatorFeed::tellEvents() {
    const auto batch = sources_.hub.operatorEvents().take();
    for (const auto& event : batch.events)
        tellEvent(toJson(event));
    if (batch.missed != 0)
        tellEvent({{u"type"_s, u"missed"_s}, {u"count"_s, jsonNumber(batch.missed)}});
    tellConnections();
    tellState();
}

void OperatorFeed::tellConnections() {
    const auto before = std::exchange(before_, sources_.probes.stats());
    const auto opened = before_.acceptedWebSockets - before.acceptedWebSockets;
    const auto closed = closedOf(before_) - closedOf(before);
    if (opened == 0 && closed == 0)
        return;
    tellEvent({{u"type"_s, u"connections"_s},
               {u"opened"_s, jsonNumber(opened)},
               {u"closed"_s, jsonNumber(closed)},
               {u"open"_s, static_cast<qint64>(before_.openWebSockets)}});
}

void OperatorFeed::tellState() {
    const auto before = std::exchange(health_, health());
    if (before == health_)
        return;
    tellEvent({{u"type"_s, u"server"_s},
               {u"ready"_s, health_.isReady},
               {u"store"_s, QString::fromStdString(health_.store)}});
}

// Everybody may know that there is something new; what it says is only for those who may read the log.
void OperatorFeed::tellLogs() {
    const auto latest = latestLogSeq();
    if (latest == toldLogs_)
        return;
    tellEvent({{u"type"_s, u"log"_s}, {u"seq"_s, jsonNumber(latest)}});
    if (hasListeners(hub::logsChannel)) {
        metrics::LogQuery query;
        query.least = metrics::LogSeverity::Warning;
        query.after = toldLogs_;
        query.limit = maxRecords;
        const auto page = sources_.logs(query);
        for (auto entry = page.entries.rbegin(); entry != page.entries.rend(); ++entry)
            publish(hub::logsChannel, logJson(*entry));
    }
    toldLogs_ = latest;
}

std::uint64_t OperatorFeed::latestLogSeq() const {
    metrics::LogQuery query;
    query.limit = 1;
    const auto page = sources_.logs(query);
    return page.entries.empty() ? 0 : page.entries.front().seq;
}

ServerHealth OperatorFeed::health() const {
    return {sources_.probes.isReady(), storeWord(sources_.hub.store())};
}

void OperatorFeed::tellEvent(const QJsonObject& event) {
    if (hasListeners(hub::eventsChannel))
        publish(hub::eventsChannel, event);
}

bool OperatorFeed::hasListeners(std::string_view channel) const {
    return sources_.hub.subscriberCount(channel) != 0;
}

void OperatorFeed::publish(std::string_view channel, const QJsonObject& data) {
    hub::Message message;
    message.data = QJsonDocument(data).toJson(QJsonDocument::Compact).toStdString();
    sources_.hub.publish(channel, std::move(message), {});
}

} // namespace chinwag::http
