// Says when a number of the server is over its limit for longer than a moment.
#pragma once

#include "models/StatsHistory.h"

#include <QObject>
#include <QVector>

#include <array>
#include <optional>

class QSettings;

namespace chinwag::admin {

class Alerts : public QObject {
    Q_OBJECT
public:
    enum class Metric { Health, Reports, Connections, Cpu, Memory, Queue, Delivery };
    static constexpr std::array metrics{Metric::Health, Metric::Reports, Metric::Connections, Metric::Cpu,
                                        Metric::Memory, Metric::Queue,   Metric::Delivery};
    /// Samples, one a second, that a number has to be over its limit, or within it again.
    static constexpr int patience = 5;

    struct Rule {
        bool isOn = false;
        double limit = 0; ///< connections, per cent of a core, MiB or milliseconds; faults of the health
    };

    /// `history` must outlive this.
    explicit Alerts(const StatsHistory& history, QObject* parent = nullptr);

    Rule rule(Metric metric) const { return states_[index(metric)].rule; }
    void setRule(Metric metric, const Rule& rule);
    /// The metrics that are over their limits now.
    QVector<Metric> raised() const;
    /// "CPU is at 97 %, over its limit of 90 %." with the number of the last sample.
    QString text(Metric metric) const;
    /// What the metric is called.
    static QString title(Metric metric);
    static QString suffix(Metric metric);
    /// Whether one says how much is too much.
    static bool hasLimit(Metric metric) { return metric != Metric::Health && metric != Metric::Reports; }

    /// How many reports wait to be looked at; no sample tells.
    void setOpenReports(int count) { openReports_ = count; }

    void restore(const QSettings& settings);
    void save(QSettings& settings) const;

Q_SIGNALS:
    void changed();
    /// It has just gone over its limit.
    void raisedNow(chinwag::admin::Alerts::Metric metric);

private:
    struct State {
        Rule rule;
        bool isRaised = false;
        int against = 0; ///< samples in a row that say the opposite of isRaised
        std::optional<double> last;
    };
    static std::size_t index(Metric metric) { return static_cast<std::size_t>(metric); }
    std::optional<double> valueOf(Metric metric, const Sample& sample) const;
    void sampled();

    const StatsHistory& history_;
    int openReports_ = 0;
    std::array<State, metrics.size()> states_;
};

} // namespace chinwag::admin
