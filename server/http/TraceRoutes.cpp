#include "http/TraceRoutes.h"

#include "http/ConnectionTarget.h"
#include "http/JsonMessage.h"
#include "http/Logging.h"
#include "http/RequestFields.h"
#include "hub/Hub.h"
#include "hub/OperatorChannels.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <memory>
#include <string>
#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::OperatorSessions;
using protocol::ConnectionId;
using protocol::TraceOptions;

QJsonObject toJson(const protocol::TracedFrame& frame) {
    QJsonObject object{{u"time"_s, jsonTime(frame.time)},
                       {u"direction"_s, frame.isIncoming ? u"in"_s : u"out"_s},
                       {u"kind"_s, jsonText(protocol::name(frame.opcode))},
                       {u"size"_s, static_cast<qint64>(frame.size)}};
    if (!frame.text.empty())
        object[u"text"_s] = QString::fromStdString(frame.text);
    if (frame.isCut)
        object[u"cut"_s] = true;
    return object;
}

std::string toJson(const protocol::TraceBatch& batch) {
    QJsonArray frames;
    for (const auto& frame : batch.frames)
        frames.append(toJson(frame));
    QJsonObject object{{u"frames"_s, frames}};
    if (batch.missed != 0)
        object[u"missed"_s] = jsonNumber(batch.missed);
    if (!batch.ended.empty())
        object[u"ended"_s] = jsonText(batch.ended);
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::string channelOf(const ConnectionId& id) {
    return std::string(hub::traceChannels) + protocol::toString(id);
}

// What a worker calls. Whoever listens is told; when nobody does, nothing is kept.
protocol::TraceSink sinkOf(hub::Hub& hub, const ConnectionId& id) {
    return [&hub, channel = channelOf(id)](const protocol::TraceBatch& batch) {
        if (hub.subscriberCount(channel) != 0)
            hub.publish(channel, hub::Message{toJson(batch)}, {});
    };
}

QJsonObject toJson(const ConnectionId& id, const TraceOptions& options) {
    return {{u"id"_s, QString::fromStdString(protocol::toString(id))},
            {u"channel"_s, QString::fromStdString(channelOf(id))},
            {u"seconds"_s, static_cast<qint64>(options.duration.count())},
            {u"with_text"_s, options.withText}};
}

void start(const ConnectionPort& connections, hub::Hub& hub, const OperatorRecord& record,
           const RoutedRequest& routed, const OperatorSessions::Session& session, AnswerOnce answer) {
    BodyFields fields(routed.request, {"seconds", "with_text"});
    TraceOptions options;
    options.duration = std::chrono::seconds(
        fields.whole("seconds", 1, TraceOptions::longest.count()).value_or(TraceOptions::usual.count()));
    options.withText = fields.flag("with_text").value_or(false);
    if (fields.fault())
        return answer.give(*fields.fault());
    const auto id = protocol::parseConnectionId(routed.rest);
    if (!id)
        return answer.give(noSuchConnection());
    auto shared = std::make_shared<AnswerOnce>(std::move(answer));
    connections.trace(
        *id, options, sinkOf(hub, *id),
        [shared, options, record, id = *id, by = session.operatorName](const protocol::TraceStart& started) {
            if (!started.connection)
                return shared->give(noSuchConnection());
            if (started.isOperators)
                return shared->give(protocol::problem(
                    409, "an operator's live feed is not traced: it could carry the trace"));
            const auto what = std::to_string(options.duration.count()) + " s, " +
                              (options.withText ? "with text" : "without text");
            qCInfo(lcAdmin, "operator %s traces connection %s: %s", by.c_str(),
                   protocol::toString(id).c_str(), what.c_str());
            record.add("connection.trace", recordedTarget(*started.connection), {by, what},
                       [shared, id, options] { shared->give(jsonAnswer(toJson(id, options))); });
        });
}

void stop(const ConnectionPort& connections, const RoutedRequest& routed, AnswerOnce answer) {
    const auto id = protocol::parseConnectionId(routed.rest);
    if (!id)
        return answer.give(noSuchConnection());
    auto shared = std::make_shared<AnswerOnce>(std::move(answer));
    connections.stopTrace(*id, [shared](bool isStopped) {
        if (isStopped)
            shared->give({204, {{"Cache-Control", "no-store"}}, {}});
        else
            shared->give(protocol::problem(404, "there is no trace of such a connection; it may have ended"));
    });
}

} // namespace

void addTraceRoutes(RouteTable& routes, const OperatorGuard& guard, const ConnectionPort& connections,
                    hub::Hub& hub, const OperatorRecord& record) {
    routes.postAndDeleteBetween(
        "/admin/api/connections/", "id", "/trace",
        guard.guarded(
            auth::Permission::Moderate,
            [connections, &hub, record](const RoutedRequest& routed, const auto& session, AnswerOnce answer) {
                start(connections, hub, record, routed, session, std::move(answer));
            }),
        guard.guarded(auth::Permission::Moderate,
                      [connections](const RoutedRequest& routed, const auto& /*session*/, AnswerOnce answer) {
                          stop(connections, routed, std::move(answer));
                      }));
}

} // namespace chinwag::http
