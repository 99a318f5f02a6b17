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
    void close(protocol::CloseCode, std::string_view) override {}
    void expireAt(std::optional<std::chrono::system_clock::time_point> when) override { expiry = when; }

    /// The payloads in `frames`, each of less than 126 bytes as the tests send them.
    std::vector<std::string> messages() const {
        std::vector<std::string> out;
        for (const auto& frame : frames) {
            for (std::string_view rest = frame.bytes(); !rest.empty();) {
                const auto size = static_cast<std::size_t>(rest.substr(0, 2).back());
                out.emplace_back(rest.substr(2, size));
                rest.remove_prefix(2 + size);
            }
        }
        return out;
    }

    std::vector<hub::FrameRef> frames;
    std::optional<std::chrono::system_clock::time_point> expiry;
};

/// A worker's inbox for tests of one thread.
class RecordingMailbox : public hub::Mailbox {
public:
    void post(hub::Delivery delivery) override { deliveries.push_back(std::move(delivery)); }

    std::vector<hub::Delivery> deliveries;
};

} // namespace chinwag::test
