#include "http/ConfigurationRoutes.h"

#include "http/JsonMessage.h"
#include "http/RequestFields.h"
#include "protocol/ConnectionQuery.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <utility>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;

// A document is an array or an object; what the environment holds need not even be UTF-8.
QJsonValue valueOf(const std::string& json) {
    const auto document = QJsonDocument::fromJson('[' + QByteArray::fromStdString(json) + ']');
    const auto array = document.array();
    return array.size() == 1 ? array[0] : QJsonValue(QString::fromStdString(json));
}

QJsonObject toJson(const ConfigurationKey& key) {
    return {{u"key"_s, QString::fromStdString(key.key)},
            {u"value"_s, valueOf(key.value)},
            {u"source"_s, jsonText(key.source)},
            {u"where"_s, key.where.empty() ? QJsonValue() : QString::fromStdString(key.where)}};
}

protocol::HttpAnswer list(const ConfigurationPort& configuration, const protocol::HttpRequest& request) {
    const QueryFields fields(request, {"q"});
    if (fields.fault())
        return *fields.fault();
    const auto wanted = protocol::lowered(fields.text("q"));
    QJsonArray keys;
    for (const auto& key : configuration()) {
        if (protocol::lowered(key.key).find(wanted) != std::string::npos)
            keys.append(toJson(key));
    }
    return jsonAnswer({{u"keys"_s, keys}});
}

} // namespace

void addConfigurationRoutes(RouteTable& routes, const OperatorGuard& guard, ConfigurationPort configuration) {
    routes.getLater(
        "/admin/api/configuration",
        guard.guarded(auth::Permission::Configure,
                      [configuration = std::move(configuration)](const RoutedRequest& routed,
                                                                 const auto& /*session*/, AnswerOnce answer) {
                          answer.give(list(configuration, routed.request));
                      }));
}

} // namespace chinwag::http
