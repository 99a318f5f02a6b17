// Plain TCP to a port of this machine.
#pragma once

#include "support/Stream.h"

#include <cstdint>
#include <memory>
#include <string>

namespace chinwag::test {

class TcpStream final : public Stream {
public:
    struct Options {
        std::string from = "127.0.0.1"; ///< the address to come from: any of 127.0.0.0/8 is another client
        int receiveBuffer = 0;          ///< SO_RCVBUF in bytes, for a client that reads slowly; 0 = default
    };

    /// A connection to 127.0.0.1:`port`, or nothing when it is refused.
    static std::unique_ptr<TcpStream> connectTo(std::uint16_t port, const Options& options);
    static std::unique_ptr<TcpStream> connectTo(std::uint16_t port) { return connectTo(port, Options{}); }

    ~TcpStream() override;

    bool write(std::string_view bytes, QDeadlineTimer deadline) override;
    ReadStatus read(std::string& in, QDeadlineTimer deadline) override;
    void finish() override;

    /// Closing will send a reset instead of an orderly end.
    void resetOnClose();

private:
    explicit TcpStream(int descriptor) : descriptor_(descriptor) {}

    bool waitFor(short events, QDeadlineTimer deadline) const;

    int descriptor_;
};

} // namespace chinwag::test
