// A connection that only remembers what it was told to send.
#pragma once

#include "hub/Channel.h"
#include "hub/Link.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chinwag::test {

class RecordingLink : public hub::Link {
public:
    void send(const hub::FrameRef& frame) override { frames.push_back(frame); }
    bool pongReceived() override { return std::exchange(pinged, false); }
    bool withinRate() override { return !hasty; }
    void setTimer(std::chrono::milliseconds) override {}
    void close(protocol::CloseCode code, std::string_view) override { closed = code; }

    /// The payloads in `frames`, each of less than 64 KiB as the tests send them.
    std::vector<std::string> messages() const {
        std::vector<std::string> out;
        for (const auto& frame : frames) {
            for (std::string_view rest = frame.bytes(); !rest.empty();) {
                const auto byte = [&rest](std::size_t at) { return static_cast<unsigned char>(rest[at]); };
                const std::size_t head = byte(1) == 126 ? 4 : 2;
                const std::size_t size = head == 4 ? byte(2) * 256U + byte(3) : byte(1);
                out.emplace_back(rest.substr(head, size));
                rest.remove_prefix(head + size);
            }
        }
        return out;
    }

    std::vector<hub::FrameRef> frames;
    std::optional<protocol::CloseCode> closed;
    bool pinged = false; ///< a ping waits for its answer
    bool hasty = false;  ///< what comes is over the rate
    std::optional<std::chrono::system_clock::time_point> expiry;
};

/// A worker's inbox for tests of one thread.
class RecordingMailbox : public hub::Mailbox {
public:
    void post(hub::Delivery delivery) override { deliveries.push_back(std::move(delivery)); }

    void postTask(std::function<void()> task) override { tasks.push_back(std::move(task)); }

    std::vector<hub::Delivery> deliveries;
    std::vector<std::function<void()>> tasks;
};

} // namespace chinwag::test
