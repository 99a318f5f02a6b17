// The last ten minutes of a server, a sample a second, with rates made from its counters.
#pragma once

#include "api/Stats.h"
#include "models/Latency.h"

#include <QObject>
#include <QVector>

#include <optional>

namespace chinwag::admin {

struct Sample {
    QDateTime time;        ///< the server's clock
    bool afterGap = false; ///< the way to the server was lost before it
    double connections = 0;
    double memoryBytes = 0;
    double queueBytes = 0;
    // Nothing where there is no earlier counter to compare with.
    std::optional<double> receivedPerSecond;
    std::optional<double> deliveredPerSecond;
    std::optional<double> cpuPercent; ///< of one core
    // And where nothing has happened.
    std::optional<Latency> fanout;
    std::optional<Latency> handshake;
};

class StatsHistory : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype capacity = 600;

    using QObject::QObject;

    void append(const Stats& stats);
    /// The way to the server was lost: the next sample comes after a gap and has no rates.
    void breakOff() { previous_.reset(); }
    void clear();

    /// Oldest first.
    const QVector<Sample>& samples() const { return samples_; }
    const std::optional<Stats>& latest() const { return latest_; }

Q_SIGNALS:
    void changed();

private:
    QVector<Sample> samples_;
    std::optional<Stats> latest_;
    std::optional<Stats> previous_; ///< what the next rates are made from
};

} // namespace chinwag::admin
