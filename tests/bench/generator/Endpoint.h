#pragma once

#include "bench/generator/Descriptor.h"
#include "bench/generator/Outcome.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <sys/socket.h>

namespace chinwag::bench {

/// Where the server listens.
class Endpoint {
public:
    /// Parses `http://HOST:PORT` and looks the host up.
    static Result<Endpoint> parse(std::string_view url);

    /// What the Host field says.
    const std::string& authority() const { return authority_; }

    /// Begins a connection without waiting for it. A loopback server is reached from 127.0.0.1, 127.0.0.2 and
    /// so on, chosen by `index`: one source address has about 28,000 ports.
    Result<Descriptor> beginConnect(std::size_t index) const;

    /// Connects, waiting, for the runs in which opening is not what is measured.
    Result<Descriptor> connect(std::size_t index) const;

private:
    Result<Descriptor> makeSocket(std::size_t index, int flags) const;

    std::string authority_;
    sockaddr_storage address_{};
    socklen_t addressLength_ = 0;
};

} // namespace chinwag::bench
