#include "models/Alerts.h"

#include "models/Format.h"
#include "models/Health.h"

#include <QSettings>

namespace chinwag::admin {

namespace {

QString key(Alerts::Metric metric) {
    switch (metric) {
    case Alerts::Metric::Health: return QStringLiteral("alerts/health");
    case Alerts::Metric::Reports: return QStringLiteral("alerts/reports");
    case Alerts::Metric::Delivery: return QStringLiteral("alerts/delivery");
    case Alerts::Metric::Connections: return QStringLiteral("alerts/connections");
    case Alerts::Metric::Cpu: return QStringLiteral("alerts/cpu");
    case Alerts::Metric::Memory: return QStringLiteral("alerts/memory");
    case Alerts::Metric::Queue: return QStringLiteral("alerts/queue");
    }
    return {};
}

QString inWords(Alerts::Metric metric, double value) {
    switch (metric) {
    case Alerts::Metric::Health:
    case Alerts::Metric::Reports:
    case Alerts::Metric::Connections: return Format::count(value);
    case Alerts::Metric::Delivery: return Format::milliseconds(value);
    case Alerts::Metric::Cpu: return Format::percent(value);
    case Alerts::Metric::Memory:
    case Alerts::Metric::Queue: return Format::bytes(value * mebibyte);
    }
    return {};
}

} // namespace

Alerts::Alerts(const StatsHistory& history, QObject* parent) : QObject(parent), history_(history) {
    states_[index(Metric::Health)].rule.isOn = true; // who would not want to know
    states_[index(Metric::Connections)].rule.limit = 10'000;
    states_[index(Metric::Delivery)].rule.limit = 100;
    states_[index(Metric::Cpu)].rule.limit = 90;
    states_[index(Metric::Memory)].rule.limit = 1'024;
    states_[index(Metric::Queue)].rule.limit = 64;
    connect(&history_, &StatsHistory::changed, this, &Alerts::sampled);
}

QString Alerts::title(Metric metric) {
    switch (metric) {
    case Metric::Health: return tr("The server is not well");
    case Metric::Reports: return tr("Reports wait to be looked at");
    case Metric::Delivery: return tr("Delivery, 99th percentile");
    case Metric::Connections: return tr("Connections");
    case Metric::Cpu: return tr("CPU");
    case Metric::Memory: return tr("Memory");
    case Metric::Queue: return tr("Waiting to be sent");
    }
    return {};
}

QString Alerts::suffix(Metric metric) {
    switch (metric) {
    case Metric::Health:
    case Metric::Reports:
    case Metric::Connections: return {};
    case Metric::Delivery: return tr(" ms");
    case Metric::Cpu: return tr(" % of a core");
    case Metric::Memory:
    case Metric::Queue: return tr(" MiB");
    }
    return {};
}

std::optional<double> Alerts::valueOf(Metric metric, const Sample& sample) const {
    switch (metric) {
    case Metric::Health:
        return history_.latest() ? std::optional<double>(faultsOf(*history_.latest(), sample).size())
                                 : std::nullopt;
    case Metric::Reports: return openReports_;
    // Where nothing is delivered, nothing is late.
    case Metric::Delivery: return sample.fanout ? sample.fanout->nearlyAll : 0;
    case Metric::Connections: return sample.connections;
    case Metric::Cpu: return sample.cpuPercent;
    case Metric::Memory: return sample.memoryBytes / mebibyte;
    case Metric::Queue: return sample.queueBytes / mebibyte;
    }
    return {};
}

void Alerts::setRule(Metric metric, const Rule& rule) {
    State& state = states_[index(metric)];
    state.rule = rule;
    state.against = 0;
    if (!rule.isOn)
        state.isRaised = false;
    Q_EMIT changed();
}

void Alerts::sampled() {
    const auto& samples = history_.samples();
    bool isDifferent = false;
    for (const Metric metric : metrics) {
        State& state = states_[index(metric)];
        if (samples.isEmpty()) {
            isDifferent |= state.isRaised;
            state = {state.rule, false, 0, {}};
            continue;
        }
        const auto value = valueOf(metric, samples.constLast());
        if (!state.rule.isOn || !value)
            continue;
        state.last = value;
        const bool isOver = *value > state.rule.limit;
        state.against = isOver == state.isRaised ? 0 : state.against + 1;
        isDifferent |= state.isRaised;
        if (state.against < patience)
            continue;
        state.isRaised = isOver;
        state.against = 0;
        isDifferent = true;
        if (isOver)
            Q_EMIT raisedNow(metric);
    }
    if (isDifferent)
        Q_EMIT changed();
}

QVector<Alerts::Metric> Alerts::raised() const {
    QVector<Metric> over;
    for (const Metric metric : metrics) {
        if (states_[index(metric)].isRaised)
            over.append(metric);
    }
    return over;
}

QString Alerts::text(Metric metric) const {
    const State& state = states_[index(metric)];
    if (metric == Metric::Health && history_.latest() && !history_.samples().isEmpty())
        return faultsOf(*history_.latest(), history_.samples().constLast()).join(QStringLiteral(". ")) + u'.';
    if (metric == Metric::Reports)
        return tr("%n reports wait to be looked at.", nullptr, openReports_);
    return tr("%1: %2, over the limit of %3.")
        .arg(title(metric), inWords(metric, state.last.value_or(0)), inWords(metric, state.rule.limit));
}

void Alerts::restore(const QSettings& settings) {
    for (const Metric metric : metrics) {
        State& state = states_[index(metric)];
        state.rule.isOn = settings.value(key(metric) + QStringLiteral("/on"), state.rule.isOn).toBool();
        const double limit =
            settings.value(key(metric) + QStringLiteral("/limit"), state.rule.limit).toDouble();
        if (hasLimit(metric) && limit > 0)
            state.rule.limit = limit;
    }
    Q_EMIT changed();
}

void Alerts::save(QSettings& settings) const {
    for (const Metric metric : metrics) {
        const Rule is = rule(metric);
        settings.setValue(key(metric) + QStringLiteral("/on"), is.isOn);
        settings.setValue(key(metric) + QStringLiteral("/limit"), is.limit);
    }
}

} // namespace chinwag::admin
