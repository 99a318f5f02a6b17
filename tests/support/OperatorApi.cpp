#include "support/OperatorApi.h"

#include "support/Patience.h"

#include <QJsonDocument>
#include <QProcess>

namespace chinwag::test {

int runAdmin(const QString& dataDirectory, const QString& action, const QString& name,
             const QByteArray& input, const QStringList& more) {
    QProcess process;
    process.start(qEnvironmentVariable("CHINWAG_TEST_BIN") + QStringLiteral("/chinwagd"),
                  QStringList{QStringLiteral("admin"), action, name} + more +
                      QStringList{QStringLiteral("--data-dir"), dataDirectory});
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(static_cast<int>(soon().remainingTime())))
        return -1;
    return process.exitCode();
}

JsonAnswer OperatorApi::ask(std::string_view method, std::string_view path, std::string_view body,
                            const std::string& key) const {
    std::string headers = "Connection: close\r\n";
    if (!key.empty())
        headers += "Idempotency-Key: " + key + "\r\n";
    if (!token_.empty())
        headers += "Authorization: Bearer " + token_ + "\r\n";
    if (method == "POST")
        headers +=
            "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    auto probe = server_.http(index_);
    JsonAnswer result;
    if (!probe.send(request(method, path, headers) + std::string(body))) {
        result.answer.kind = Answer::Kind::Reset;
        return result;
    }
    result.answer = probe.read();
    result.body = QJsonDocument::fromJson(QByteArray::fromStdString(result.answer.body)).object();
    return result;
}

JsonAnswer OperatorApi::logIn(const std::string& name, const std::string& password) {
    const QJsonObject body{{QStringLiteral("name"), QString::fromStdString(name)},
                           {QStringLiteral("password"), QString::fromStdString(password)}};
    auto result = post("/admin/api/login", body);
    if (result.answer.status == 200)
        token_ = result.body[QStringLiteral("token")].toString().toStdString();
    return result;
}

JsonAnswer OperatorApi::get(std::string_view path) const {
    return ask("GET", path, {});
}

JsonAnswer OperatorApi::remove(std::string_view path) const {
    return ask("DELETE", path, {});
}

JsonAnswer OperatorApi::post(std::string_view path, const QJsonObject& body, const std::string& key) const {
    return ask("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString(), key);
}

} // namespace chinwag::test
