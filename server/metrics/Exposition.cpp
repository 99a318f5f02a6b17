#include "metrics/Exposition.h"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace chinwag::metrics {

namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;
using Label = ClientMetric::Label;
using Families = std::vector<MetricFamily>;

template <typename Number>
ClientMetric sample(MetricType type, Number value, std::vector<Label> labels = {}) {
    ClientMetric metric;
    metric.label = std::move(labels);
    if (type == MetricType::Counter)
        metric.counter.value = static_cast<double>(value);
    else
        metric.gauge.value = static_cast<double>(value);
    return metric;
}

/// A family with one sample.
template <typename Number>
void add(Families& families, MetricType type, std::string_view name, std::string_view help, Number value) {
    families.push_back({std::string(name), std::string(help), type, {sample(type, value)}});
}

template <typename Number>
void addIfKnown(Families& families, MetricType type, std::string_view name, std::string_view help,
                const std::optional<Number>& value) {
    if (value)
        add(families, type, name, help, *value);
}

/// A family with a sample for each value of an enumeration, under the words of `name(Enum)`. All are
/// always there: a rate over a series that appears with its first event would miss that event.
template <typename Enum, std::size_t Size>
void addByReason(Families& families, std::string_view familyName, std::string_view help,
                 const std::array<std::uint64_t, Size>& counts) {
    MetricFamily family{std::string(familyName), std::string(help), MetricType::Counter, {}};
    for (std::size_t i = 0; i < Size; ++i) {
        const std::string reason(name(static_cast<Enum>(i)));
        family.metric.push_back(sample(MetricType::Counter, counts[i], {{"reason", reason}}));
    }
    families.push_back(std::move(family));
}

void addHistogram(Families& families, std::string_view name, std::string_view help, const HistogramSum& sum) {
    ClientMetric metric;
    std::uint64_t cumulative = 0;
    for (std::size_t i = 0; i < sum.buckets.size(); ++i) {
        cumulative += sum.buckets[i];
        const double bound = i < DurationHistogram::boundsMicroseconds.size()
                                 ? static_cast<double>(DurationHistogram::boundsMicroseconds[i]) / 1e6
                                 : std::numeric_limits<double>::infinity();
        metric.histogram.bucket.push_back({cumulative, bound});
    }
    metric.histogram.sample_count = cumulative;
    metric.histogram.sample_sum = static_cast<double>(sum.sumNanoseconds) / 1e9;
    families.push_back({std::string(name), std::string(help), MetricType::Histogram, {std::move(metric)}});
}

void addConnections(Families& families, const Snapshot& now) {
    // The two gauges are read one after the other, so the difference may be off for a moment.
    const auto plain = std::max<std::int64_t>(0, now.openWebSockets - now.openSecureWebSockets);
    MetricFamily open{"chinwag_connections", "Open connections by kind.", MetricType::Gauge, {}};
    open.metric.push_back(sample(MetricType::Gauge, plain, {{"kind", "websocket"}}));
    open.metric.push_back(
        sample(MetricType::Gauge, now.openSecureWebSockets, {{"kind", "secure_websocket"}}));
    open.metric.push_back(sample(MetricType::Gauge, now.openHttp, {{"kind", "http"}}));
    families.push_back(std::move(open));

    constexpr auto counter = MetricType::Counter;
    add(families, counter, "chinwag_connections_accepted_total", "Connections accepted, of any kind.",
        now.acceptedConnections);
    add(families, counter, "chinwag_websockets_opened_total", "WebSockets whose handshake succeeded.",
        now.acceptedWebSockets);
    addByReason<Refusal>(families, "chinwag_refusals_total",
                         "Connections and requests refused before they were served.", now.refusals);
    addByReason<Closing>(families, "chinwag_closings_total", "WebSockets closed, by the reason.",
                         now.closings);
    add(families, counter, "chinwag_aborts_total", "Peers that did not finish closing and were cut off.",
        now.aborts);
}

void addMessages(Families& families, const Snapshot& now) {
    constexpr auto counter = MetricType::Counter;
    add(families, counter, "chinwag_messages_received_total", "Messages that clients sent.", now.messagesIn);
    add(families, counter, "chinwag_message_bytes_received_total", "Payload bytes of the messages received.",
        now.messageBytesIn);
    add(families, counter, "chinwag_deliveries_total", "Messages put on a recipient's send queue.",
        now.deliveries);
    add(families, counter, "chinwag_received_bytes_total", "Bytes read from connections.", now.bytesIn);
    add(families, counter, "chinwag_sent_bytes_total", "Bytes written to connections.", now.bytesOut);
    add(families, MetricType::Gauge, "chinwag_queue_bytes", "Bytes that wait in send queues.",
        now.queueBytes);
    add(families, MetricType::Gauge, "chinwag_rooms", "Rooms that exist now.", now.facts.rooms);
    addHistogram(families, "chinwag_fanout_seconds",
                 "Time of one turn's delivery to all recipients of a worker.", now.fanout);
    addHistogram(families, "chinwag_handshake_seconds",
                 "Time from accepting a connection to an open WebSocket.", now.handshake);
}

void addStore(Families& families, const StoreCounts& store) {
    constexpr auto counter = MetricType::Counter;
    add(families, counter, "chinwag_store_messages_total", "Messages that were brought to disk.",
        store.appended);
    add(families, counter, "chinwag_store_refusals_total", "Messages that could not be brought to disk.",
        store.refused);
    add(families, counter, "chinwag_store_commits_total", "Commits of the store.", store.commits);
    add(families, counter, "chinwag_store_removed_total", "Messages that retention has deleted.",
        store.trimmed);
    add(families, MetricType::Gauge, "chinwag_store_queue_bytes", "Bytes that wait to be written to disk.",
        store.waitingBytes);
    add(families, MetricType::Gauge, "chinwag_store_writable",
        "1 while messages can be kept; 0 while those that must be are refused.", store.writable ? 1 : 0);
}

void addHttp(Families& families, const Snapshot& now) {
    add(families, MetricType::Counter, "chinwag_http_requests_total", "HTTP requests that were well-formed.",
        now.httpRequests);
    MetricFamily answers{
        "chinwag_http_answers_total", "HTTP answers by class of status code.", MetricType::Counter, {}};
    for (std::size_t digit = 1; digit < now.httpAnswers.size(); ++digit) {
        const std::string statusClass = std::to_string(digit) + "xx";
        answers.metric.push_back(
            sample(MetricType::Counter, now.httpAnswers[digit], {{"class", statusClass}}));
    }
    families.push_back(std::move(answers));
    addHistogram(families, "chinwag_http_request_seconds", "Time from a complete HTTP request to its answer.",
                 now.request);
}

void addProcess(Families& families, const ServerFacts& facts, const ProcessStats& process) {
    MetricFamily build{
        "chinwag_build_info", "Always 1; the labels say what is running.", MetricType::Gauge, {}};
    build.metric.push_back(
        sample(MetricType::Gauge, 1, {{"version", facts.version}, {"qt", facts.qtVersion}}));
    families.push_back(std::move(build));

    constexpr auto gauge = MetricType::Gauge;
    const std::chrono::duration<double> started = facts.started.time_since_epoch();
    add(families, gauge, "process_start_time_seconds", "Start time of the process since the Unix epoch.",
        started.count());
    addIfKnown(families, MetricType::Counter, "process_cpu_seconds_total",
               "User and system CPU time spent in seconds.", process.cpuSeconds);
    addIfKnown(families, gauge, "process_resident_memory_bytes", "Resident memory size in bytes.",
               process.residentBytes);
    addIfKnown(families, gauge, "process_virtual_memory_bytes", "Virtual memory size in bytes.",
               process.virtualBytes);
    addIfKnown(families, gauge, "process_open_fds", "Number of open file descriptors.",
               process.openDescriptors);
    addIfKnown(families, gauge, "process_max_fds", "Maximum number of open file descriptors.",
               process.maxDescriptors);
    addIfKnown(families, gauge, "process_threads", "Number of threads.", process.threads);
}

} // namespace

std::string exposition(const Snapshot& snapshot, const ProcessStats& process) {
    Families families;
    addConnections(families, snapshot);
    addMessages(families, snapshot);
    if (snapshot.facts.store)
        addStore(families, *snapshot.facts.store);
    addHttp(families, snapshot);
    addProcess(families, snapshot.facts, process);
    return prometheus::TextSerializer().Serialize(families);
}

} // namespace chinwag::metrics
