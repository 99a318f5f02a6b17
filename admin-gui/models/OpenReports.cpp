#include "models/OpenReports.h"

#include <QJsonArray>

#include <utility>

namespace chinwag::admin {

namespace {

constexpr std::chrono::seconds interval{30};

} // namespace

OpenReports::OpenReports(RestClient& client, QObject* parent) : QObject(parent), client_(client) {
    again_.setInterval(interval);
    connect(&again_, &QTimer::timeout, this, &OpenReports::ask);
}

void OpenReports::setActive(bool active) {
    if (!active) {
        again_.stop();
        pending_.cancel();
        return setCount(0);
    }
    again_.start();
    ask();
}

void OpenReports::takeEvent(const QJsonObject& event) {
    const QString type = event.value(QLatin1String("type")).toString();
    const QString action = event.value(QLatin1String("action")).toString();
    if (type == QLatin1String("report") || type == QLatin1String("missed") ||
        action.startsWith(QLatin1String("report.")))
        ask();
}

void OpenReports::ask() {
    if (!again_.isActive())
        return;
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("state"), QStringLiteral("open"));
    query.addQueryItem(QStringLiteral("limit"), QString::number(most));
    pending_ = client_.get(QStringLiteral("/reports"), query, this, [this](const ApiResult& result) {
        // What is not known is said on the page of the reports.
        if (!result.error)
            setCount(static_cast<int>(result.body.value(QLatin1String("reports")).toArray().size()));
    });
}

void OpenReports::setCount(int count) {
    if (std::exchange(count_, count) != count)
        Q_EMIT changed(count);
}

} // namespace chinwag::admin
