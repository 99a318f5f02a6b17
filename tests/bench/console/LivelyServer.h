// A server on which something goes on: people come, go and talk, and its live feed tells it.
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace chinwag::test {
class FakeFeed;
class FakeServer;
} // namespace chinwag::test

namespace chinwag::bench {

class LivelyServer : public QObject {
    Q_OBJECT
public:
    /// Four times as often as a server does: what it costs to be told shows in every measurement.
    static constexpr std::chrono::milliseconds interval{250};

    /// Both must outlive this.
    LivelyServer(test::FakeServer& server, test::FakeFeed& feed);

private:
    void live();
    void exchangeConnections();
    QJsonObject stats() const;

    test::FakeServer& server_;
    test::FakeFeed& feed_;
    QTimer timer_;
    qint64 beats_ = 0;
    qint64 arrived_ = 0; ///< connections, to tell them apart
};

} // namespace chinwag::bench
