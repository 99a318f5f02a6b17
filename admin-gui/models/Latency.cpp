#include "models/Latency.h"

#include <algorithm>
#include <numeric>

namespace chinwag::admin {

namespace {

constexpr double millisecondsPerSecond = 1000;

/// In proportion between the bounds of the bucket where `part` of all is reached.
double quantile(const QVector<double>& bounds, const QVector<qint64>& counts, double part) {
    const auto all = std::accumulate(counts.begin(), counts.end(), qint64{0});
    const double wanted = part * static_cast<double>(all);
    double before = 0;
    for (qsizetype i = 0; i < bounds.size(); ++i) {
        const auto here = static_cast<double>(counts[i]);
        if (here > 0 && before + here >= wanted) {
            const double from = i == 0 ? 0 : bounds[i - 1];
            return from + (bounds[i] - from) * (wanted - before) / here;
        }
        before += here;
    }
    return bounds.constLast(); // or more: nobody has counted how much
}

} // namespace

std::optional<Latency> latencyBetween(const QVector<double>& bounds, const QVector<qint64>& before,
                                      const QVector<qint64>& now) {
    if (bounds.isEmpty() || now.size() != bounds.size() + 1 || before.size() != now.size())
        return std::nullopt;
    QVector<qint64> counts;
    for (qsizetype i = 0; i < now.size(); ++i)
        counts.append(std::max<qint64>(now[i] - before[i], 0));
    if (std::all_of(counts.begin(), counts.end(), [](qint64 count) { return count == 0; }))
        return std::nullopt;
    return Latency{quantile(bounds, counts, 0.5) * millisecondsPerSecond,
                   quantile(bounds, counts, 0.99) * millisecondsPerSecond};
}

} // namespace chinwag::admin
