#include "support/SampleHistory.h"

#include "support/FakeServer.h"

#include <cmath>

namespace chinwag::test {

void fillHistory(admin::StatsHistory& history, std::optional<Gap> gap) {
    admin::Stats stats = *admin::Stats::parse(FakeServer::sampleStats()).value;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    stats.startedAt = now.addSecs(-272871);
    stats.messagesReceived = 81'402'933;
    stats.messagesDelivered = 14'729'118'004;
    stats.bucketBounds = {0.0001, 0.0005, 0.001, 0.005, 0.01};
    stats.fanout = {0, 0, 0, 0, 0, 0};
    stats.handshake = stats.fanout;
    history.clear();
    for (int second = -600; second <= 0; ++second) {
        const double wave = std::sin(second / 47.0 + 1.1) * 0.5 + std::sin(second / 11.0 + 0.4) * 0.2;
        const double unrest = std::sin(second * 0.23) * 0.05 + std::sin(second * 0.41) * 0.04;
        const double received = 900 + 340 * (wave + unrest);
        stats.time = now.addSecs(second);
        stats.uptimeSeconds = 272871 + second;
        stats.connections = 15000 + second * 4 + static_cast<int>(420 * wave);
        stats.webSockets = stats.connections - 31;
        stats.httpConnections = 31;
        stats.messagesReceived += static_cast<qint64>(received);
        stats.messagesDelivered += static_cast<qint64>(received * 182);
        stats.cpuSeconds += received / 2300;
        for (auto* const latency : {&stats.fanout, &stats.handshake}) {
            (*latency)[1] += 700;
            (*latency)[2] += 200 + static_cast<qint64>(120 * wave);
            (*latency)[3] += 12 + static_cast<qint64>(9 * unrest * 10);
        }
        stats.residentBytes = 41000000 + (600 + second) * 9000 + static_cast<qint64>(2500000 * wave);
        stats.queueBytes = 18000 + static_cast<qint64>(9000 * (wave + 2 * unrest));
        stats.openDescriptors = stats.connections + 24;
        if (gap && second > gap->from && second < gap->until)
            history.breakOff();
        else
            history.append(stats);
    }
}

} // namespace chinwag::test
