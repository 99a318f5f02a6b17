// A plain TCP stream on a descriptor in a worker's poller.
#pragma once

#include "net/Poller.h"
#include "net/Transport.h"

namespace chinwag::net {

class DescriptorTransport final : public Transport, private PollHandler {
public:
    /// Edge: told once when something new comes, for a reader that peeks and so leaves bytes behind.
    /// Level: told as long as there is something, for one that takes all it can.
    enum class Trigger : std::uint8_t { Edge, Level };

    /// Takes over `descriptor`, which must be non-blocking. The poller must outlive this.
    DescriptorTransport(int descriptor, Poller& poller, Trigger trigger);
    ~DescriptorTransport() override;

    void setUser(TransportUser* user) override { user_ = user; }
    Result peek(std::span<char> into) override;
    Result read(std::span<char> into) override;
    Result write(std::span<const iovec> from) override;
    bool setInterest(Interest interest) override;
    void finishWriting() override;
    void abort() override;
    bool isSecure() const override { return false; }
    bool isEstablished() const override { return true; }
    bool mustReadOn() const override { return false; }

    /// Gives the descriptor away, out of the poller.
    int release();

private:
    void onReady(std::uint32_t events) override;
    Result receive(std::span<char> into, int flags);

    int descriptor_;
    const Trigger trigger_;
    std::uint32_t watched_ = 0; // 0: not in the poller
    Poller& poller_;
    TransportUser* user_ = nullptr;
};

} // namespace chinwag::net
