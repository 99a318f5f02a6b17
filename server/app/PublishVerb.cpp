#include "app/PublishVerb.h"

#include "app/Output.h"
#include "app/ServerCall.h"
#include "hub/ChannelOptions.h"
#include "protocol/Json.h"

#include <QFile>

#include <cstdio>
#include <optional>
#include <string>
#include <variant>

namespace chinwag::app {

namespace {

std::variant<std::string, QString> dataOf(const PublishCommand& command) {
    std::string data = command.data;
    if (data == "-") {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return QStringLiteral("cannot read standard input: %1").arg(input.errorString());
        data = input.readAll().toStdString();
        if (input.error() != QFileDevice::NoError)
            return QStringLiteral("cannot read standard input: %1").arg(input.errorString());
    }
    if (!protocol::parseJson(data))
        return QStringLiteral(
            "what is to be published must be one JSON value; a text has quotes: '\"hello\"'");
    return data;
}

QNetworkRequest requestTo(QUrl url, const std::string& key) {
    if (url.path().isEmpty() || url.path() == QLatin1String("/"))
        url.setPath(QStringLiteral("/api/publish"));
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setRawHeader("X-API-Key", QByteArray::fromStdString(key));
    return request;
}

// What the server said went wrong, if it said so.
std::optional<QString> refusalIn(const rapidjson::Document& reply) {
    const auto* const error = protocol::member(reply, "error");
    if (error == nullptr || !error->IsObject())
        return std::nullopt;
    const auto* const message = protocol::member(*error, "message");
    const bool said = message != nullptr && message->IsString();
    return QStringLiteral("the server refused it: %1")
        .arg(QString::fromStdString(said ? message->GetString() : protocol::toText(*error)));
}

QString wordsOf(const ServerAnswer& answer) {
    switch (answer.status) {
    case 0: return answer.reason;
    case 401: return QStringLiteral("the server does not know this API key");
    case 404: return QStringLiteral("there is no server API: the server has no [api] keys");
    case 429: return QStringLiteral("too many requests with this API key, try again");
    default: return QStringLiteral("answered %1").arg(answer.status);
    }
}

int report(const QUrl& url, const ServerAnswer& answer) {
    if (answer.status != 200)
        return failed(url.toString() + QStringLiteral(": ") + wordsOf(answer));
    const auto reply = protocol::parseJson(answer.body.toStdString());
    if (reply && reply->IsObject()) {
        if (const auto refusal = refusalIn(*reply))
            return failed(*refusal);
        if (const auto* const result = protocol::member(*reply, "result"))
            return printed(protocol::toText(*result) + '\n');
    }
    return failed(url.toString() + QStringLiteral(": the answer is not that of a Chinwag server"));
}

} // namespace

int publish(const PublishCommand& command, const config::Settings& settings) {
    if (!hub::isValidChannelName(command.channel))
        return failed(QStringLiteral("a channel's name is 1 to 255 printable ASCII characters"));
    const auto data = dataOf(command);
    if (const auto* const fault = std::get_if<QString>(&data))
        return failed(*fault);
    const auto& keys = settings.api.keys;
    if (command.apiKey.empty() && keys.empty())
        return failed(
            QStringLiteral("there is no API key: give one with --api-key, or configure [api] keys"));
    const auto where = serverUrl(settings.server, QString::fromStdString(command.url));
    if (const auto* const fault = std::get_if<QString>(&where))
        return failed(*fault);
    std::string body;
    {
        protocol::JsonObjectWriter object(body);
        object.text("channel", command.channel);
        object.json("data", std::get<std::string>(data));
    }
    const auto request =
        requestTo(std::get<QUrl>(where), command.apiKey.empty() ? keys.front() : command.apiKey);
    return report(request.url(), callServer(request, QByteArray::fromStdString(body)));
}

} // namespace chinwag::app
