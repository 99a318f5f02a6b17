// Publishes by the server API, one message after the other, and knows which were acknowledged.
#pragma once

#include "support/HttpProbe.h"

#include <atomic>
#include <string>
#include <thread>

namespace chinwag::test {

/// Publishes 1, 2, 3, ... in a channel from a thread of its own until it is stopped, or one is not taken.
class ApiPublisher {
public:
    /// Ends by itself after `most`; 0: never.
    ApiPublisher(HttpProbe http, std::string key, std::string channel, int most = 0);
    ~ApiPublisher();
    ApiPublisher(const ApiPublisher&) = delete;
    ApiPublisher& operator=(const ApiPublisher&) = delete;

    /// The last one that was acknowledged, as were all before it.
    int acknowledged() const { return acknowledged_; }
    void stop();

private:
    bool publish(int number);

    HttpProbe http_;
    const std::string key_;
    const std::string channel_;
    std::atomic<int> acknowledged_{0};
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

} // namespace chinwag::test
