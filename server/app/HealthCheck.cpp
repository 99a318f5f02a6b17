#include "app/HealthCheck.h"

#include "app/Output.h"
#include "app/ServerCall.h"

namespace chinwag::app {

std::variant<QUrl, QString> healthUrl(const config::ServerSettings& settings, const QString& text) {
    auto where = serverUrl(settings, text);
    if (auto* const url = std::get_if<QUrl>(&where); url != nullptr && url->path().size() < 2)
        url->setPath(QStringLiteral("/healthz"));
    return where;
}

int checkHealth(const QUrl& url) {
    const auto answer = callServer(QNetworkRequest(url));
    if (answer.status == 200)
        return printed(url.toString().toStdString() + " answered 200\n");
    const auto reason = answer.status == 0 ? answer.reason : QStringLiteral("answered %1").arg(answer.status);
    return failed(url.toString() + QStringLiteral(": ") + reason);
}

} // namespace chinwag::app
