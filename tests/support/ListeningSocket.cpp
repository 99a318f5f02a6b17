#include "support/ListeningSocket.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace chinwag::test {

ListeningSocket::ListeningSocket() : descriptor_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    if (bind(descriptor_, generic, size) == 0 && listen(descriptor_, SOMAXCONN) == 0 &&
        getsockname(descriptor_, generic, &size) == 0)
        port_ = ntohs(address.sin_port);
}

ListeningSocket::~ListeningSocket() {
    ::close(descriptor_);
}

} // namespace chinwag::test
