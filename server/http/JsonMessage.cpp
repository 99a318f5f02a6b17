#include "http/JsonMessage.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>

#include <string>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;

protocol::HttpAnswer badRequest(const QString& detail) {
    return protocol::problem(400, detail.toStdString());
}

} // namespace

bool isJson(const protocol::HttpRequest& request) {
    const auto type = protocol::headerValue(request.headers, "Content-Type");
    const auto name =
        QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size())).section(u';', 0, 0).trimmed();
    return name.compare(u"application/json", Qt::CaseInsensitive) == 0;
}

std::variant<QJsonObject, protocol::HttpAnswer>
readJsonStrings(const protocol::HttpRequest& request, const QStringList& members, qsizetype required) {
    if (!isJson(request))
        return protocol::problem(415, "the body must be application/json");
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(request.body), &error);
    if (error.error != QJsonParseError::NoError)
        return badRequest(
            u"the body is not valid JSON at byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
    if (!document.isObject())
        return badRequest(u"the body must be a JSON object with %1"_s.arg(members.join(u", "_s)));
    const auto object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!members.contains(it.key()))
            return badRequest(u"the body has an unknown member '%1'; allowed are %2"_s.arg(
                it.key(), members.join(u", "_s)));
        if (!it.value().isString())
            return badRequest(u"the member '%1' must be a string"_s.arg(it.key()));
    }
    for (const QString& name : members.first(required)) {
        if (!object.contains(name))
            return badRequest(u"the member '%1' is missing"_s.arg(name));
    }
    return object;
}

protocol::HttpAnswer jsonAnswer(const QJsonObject& object) {
    protocol::HttpAnswer answer;
    answer.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString() + '\n';
    return answer;
}

qint64 jsonNumber(std::uint64_t value) {
    return static_cast<qint64>(value);
}

QString jsonText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString jsonTime(std::chrono::system_clock::time_point time) {
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds).toUTC().toString(Qt::ISODateWithMs);
}

} // namespace chinwag::http
