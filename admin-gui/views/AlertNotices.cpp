#include "views/AlertNotices.h"

namespace chinwag::admin {

namespace {

const QString& lostKey() {
    static const QString key = QStringLiteral("lost");
    return key;
}

QString keyOf(Alerts::Metric metric) {
    return QString::number(static_cast<int>(metric));
}

std::optional<Alerts::Metric> metricOf(const QString& key) {
    for (const Alerts::Metric metric : Alerts::metrics) {
        if (keyOf(metric) == key)
            return metric;
    }
    return std::nullopt;
}

} // namespace

AlertNotices::AlertNotices(Alerts& alerts, QObject* parent) : QObject(parent), alerts_(alerts) {
    connect(&alerts_, &Alerts::raisedNow, this, &AlertNotices::tell);
    connect(&alerts_, &Alerts::changed, this, &AlertNotices::takeBackSettled);
    connect(&notifier_, &notify::Notifier::activated, this,
            [this](const QString& key, const QString& token) { Q_EMIT followed(metricOf(key), token); });
}

void AlertNotices::tell(Alerts::Metric metric) {
    told_.append(metric);
    notifier_.show({keyOf(metric), server_, alerts_.text(metric), true});
}

void AlertNotices::takeBackSettled() {
    const auto raised = alerts_.raised();
    told_.removeIf([&](Alerts::Metric metric) {
        if (raised.contains(metric))
            return false;
        notifier_.withdraw(keyOf(metric));
        return true;
    });
}

void AlertNotices::tellLost() {
    if (alerts_.rule(Alerts::Metric::Health).isOn)
        notifier_.show({lostKey(), server_, tr("The server cannot be reached."), true});
}

void AlertNotices::takeBackLost() {
    notifier_.withdraw(lostKey());
}

} // namespace chinwag::admin
