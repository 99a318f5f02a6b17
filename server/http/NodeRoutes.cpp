#include "http/NodeRoutes.h"

#include "http/JsonMessage.h"
#include "http/Logging.h"
#include "http/OperatorJson.h"
#include "http/RequestFields.h"
#include "http/StatsJson.h"

#include <QtCore/QJsonArray>

#include <memory>
#include <string>
#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::OperatorSessions;
using auth::Permission;

QJsonObject toJson(const NodePort& node, const ServerHealth& health, const metrics::Snapshot& now) {
    const auto stats = operatorStats(now, health);
    const auto process = stats[u"process"_s].toObject();
    return {{u"name"_s, QString::fromStdString(node.name)},
            {u"version"_s, stats[u"version"_s]},
            {u"uptime_seconds"_s, stats[u"uptime_seconds"_s]},
            {u"workers"_s, stats[u"workers"_s]},
            {u"connections"_s, stats[u"connections"_s][u"total"_s]},
            {u"resident_bytes"_s, process[u"resident_bytes"_s]},
            {u"open_descriptors"_s, process[u"open_descriptors"_s]},
            {u"ready"_s, health.isReady},
            {u"store"_s, QString::fromStdString(health.store)}};
}

std::string joined(const std::vector<std::string>& faults) {
    std::string out;
    for (const auto& fault : faults)
        out.append(out.empty() ? "" : "; ").append(fault);
    return out;
}

protocol::HttpAnswer toAnswer(const ReloadResult& result) {
    if (!result.faults.empty())
        return protocol::problem(409, "the old configuration stays: " + joined(result.faults));
    QJsonArray keys;
    for (const auto& key : result.restartKeys)
        keys.append(QString::fromStdString(key));
    return jsonAnswer({{u"restart_keys"_s, keys}});
}

void reload(const NodePort& node, const OperatorRecord& record, const RoutedRequest& routed,
            const OperatorSessions::Session& session, AnswerOnce answer) {
    const BodyFields fields(routed.request, {});
    if (fields.fault())
        return answer.give(*fields.fault());
    qCInfo(lcAdmin, "operator %s has the configuration read again", session.operatorName.c_str());
    const auto result = node.reload();
    auto shared = std::make_shared<AnswerOnce>(std::move(answer));
    if (!result.faults.empty())
        return shared->give(toAnswer(result));
    record.add("server.reload", node.name, {session.operatorName, {}},
               [shared, result] { shared->give(toAnswer(result)); });
}

void drain(const NodePort& node, const OperatorRecord& record, const RoutedRequest& routed,
           const OperatorSessions::Session& session, AnswerOnce answer) {
    BodyFields fields(routed.request, {"confirm"});
    const auto confirm = fields.text("confirm", maxNameBytes, true);
    if (!fields.fault() && confirm != node.name)
        fields.complain("'confirm' must be the name of this node, which is '" + node.name + "'");
    if (fields.fault())
        return answer.give(*fields.fault());
    qCInfo(lcAdmin, "operator %s drains the server", session.operatorName.c_str());
    auto shared = std::make_shared<AnswerOnce>(std::move(answer));
    record.add("server.drain", node.name, {session.operatorName, {}}, [shared, node] {
        auto accepted = jsonAnswer({{u"name"_s, QString::fromStdString(node.name)}, {u"draining"_s, true}});
        accepted.status = 202;
        shared->give(std::move(accepted));
        node.drain();
    });
}

} // namespace

void addNodeRoutes(RouteTable& routes, const OperatorGuard& guard, const NodePort& node,
                   const hub::Store* store, Probes probes, const OperatorRecord& record) {
    routes.getLater(
        "/admin/api/nodes", guard.guarded(Permission::View, [node, store, probes = std::move(probes)](
                                                                const RoutedRequest& /*routed*/,
                                                                const auto& /*session*/, AnswerOnce answer) {
            const ServerHealth health{probes.isReady(), storeWord(store)};
            answer.give(jsonAnswer({{u"nodes"_s, QJsonArray{toJson(node, health, probes.stats())}}}));
        }));
    routes.post("/admin/api/server/reload",
                guard.guarded(Permission::Configure, [node, record](const RoutedRequest& routed,
                                                                    const auto& session, AnswerOnce answer) {
                    reload(node, record, routed, session, std::move(answer));
                }));
    routes.post("/admin/api/server/drain",
                guard.guarded(Permission::Configure, [node, record](const RoutedRequest& routed,
                                                                    const auto& session, AnswerOnce answer) {
                    drain(node, record, routed, session, std::move(answer));
                }));
}

} // namespace chinwag::http
