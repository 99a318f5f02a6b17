// Notices a connection that is open only on paper: a cable was pulled, a laptop slept, a router forgot.
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace chinwag::sdk {

class Heartbeat : public QObject {
    Q_OBJECT

public:
    struct Timing {
        std::chrono::milliseconds every{15'000}; ///< silence after which the peer is asked for a sign of life
        std::chrono::milliseconds within{10'000}; ///< time that it has to give one
    };

    explicit Heartbeat(Timing timing, QObject* parent = nullptr);

    void start();
    void stop();
    /// Something was heard from the peer.
    void alive();

Q_SIGNALS:
    void pingWanted();
    void silent();

private:
    Timing timing_;
    QTimer untilPing_;
    QTimer untilSilent_;
};

} // namespace chinwag::sdk
