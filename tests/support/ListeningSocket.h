// A listening TCP socket made before the server, as systemd makes one for a socket unit.
#pragma once

#include <cstdint>

namespace chinwag::test {

class ListeningSocket {
public:
    /// Listens on a free port of 127.0.0.1; isValid() says whether that worked.
    ListeningSocket();
    ~ListeningSocket();
    ListeningSocket(const ListeningSocket&) = delete;
    ListeningSocket& operator=(const ListeningSocket&) = delete;

    bool isValid() const { return port_ != 0; }
    int descriptor() const { return descriptor_; }
    std::uint16_t port() const { return port_; }

private:
    int descriptor_;
    std::uint16_t port_ = 0;
};

} // namespace chinwag::test
