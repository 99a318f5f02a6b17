#include "metrics/Snapshot.h"

#include <numeric>
#include <utility>

namespace chinwag::metrics {

namespace {

template <std::size_t Size>
void addAll(std::array<std::uint64_t, Size>& sums, const std::array<Counter, Size>& counters) {
    for (std::size_t i = 0; i < Size; ++i)
        sums[i] += counters[i].value();
}

void addWorker(Snapshot& sum, const WorkerMetrics& worker) {
    sum.openWebSockets += worker.openWebSockets.value();
    sum.openSecureWebSockets += worker.openSecureWebSockets.value();
    sum.openHttp += worker.openHttp.value();
    sum.queueBytes += worker.queueBytes.value();

    sum.acceptedConnections += worker.acceptedConnections.value();
    sum.acceptedWebSockets += worker.acceptedWebSockets.value();
    sum.messagesIn += worker.messagesIn.value();
    sum.messageBytesIn += worker.messageBytesIn.value();
    sum.deliveries += worker.deliveries.value();
    sum.bytesIn += worker.bytesIn.value();
    sum.bytesOut += worker.bytesOut.value();
    sum.httpRequests += worker.httpRequests.value();
    sum.aborts += worker.aborts.value();
    addAll(sum.httpAnswers, worker.httpAnswers);
    addAll(sum.refusals, worker.refusals);
    addAll(sum.closings, worker.closings);

    sum.fanout.add(worker.fanout);
    sum.handshake.add(worker.handshake);
    sum.request.add(worker.request);
}

} // namespace

void HistogramSum::add(const DurationHistogram& histogram) {
    for (std::size_t i = 0; i < buckets.size(); ++i)
        buckets[i] += histogram.bucket(i);
    sumNanoseconds += histogram.sumNanoseconds();
}

std::uint64_t HistogramSum::count() const {
    return std::accumulate(buckets.begin(), buckets.end(), std::uint64_t{0});
}

double HistogramSum::quantile(double part) const {
    constexpr double microsecondsPerSecond = 1e6;
    const auto& bounds = DurationHistogram::boundsMicroseconds;
    const double wanted = part * static_cast<double>(count());
    double before = 0;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        const auto here = static_cast<double>(buckets[i]);
        if (here > 0 && before + here >= wanted) {
            const double from = i == 0 ? 0 : static_cast<double>(bounds[i - 1]);
            const double width = static_cast<double>(bounds[i]) - from;
            return (from + width * (wanted - before) / here) / microsecondsPerSecond;
        }
        before += here;
    }
    return count() == 0 ? 0 : static_cast<double>(bounds.back()) / microsecondsPerSecond;
}

Snapshot takeSnapshot(std::span<const WorkerMetrics* const> workers, ServerFacts facts) {
    Snapshot sum;
    sum.facts = std::move(facts);
    for (const WorkerMetrics* worker : workers)
        addWorker(sum, *worker);
    return sum;
}

} // namespace chinwag::metrics
