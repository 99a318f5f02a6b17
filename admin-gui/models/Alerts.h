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
    enum class Metric { Connections, Cpu, Memory, Queue };
    static constexpr std::array metrics{Metric::Connections, Metric::Cpu, Metric::Memory, Metric::Queue};
    /// Samples, one a second, that a number has to be over its limit, or within it again.
    static constexpr int patience = 5;

    struct Rule {
        bool isOn = false;
        double limit = 0; ///< connections, per cent of a core, or MiB
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
    static std::optional<double> valueOf(Metric metric, const Sample& sample);
    void sampled();

    const StatsHistory& history_;
    std::array<State, metrics.size()> states_;
};

} // namespace chinwag::admin
