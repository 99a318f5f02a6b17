#include "support/NotifySocket.h"

#include "support/Patience.h"

#include <QByteArray>
#include <QFile>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace chinwag::test {

NotifySocket::NotifySocket() : descriptor_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path());
    if (!directory_.isValid() || static_cast<std::size_t>(name.size()) >= sizeof address.sun_path)
        return;
    std::copy(name.begin(), name.end(), address.sun_path);
    valid_ = bind(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

NotifySocket::~NotifySocket() {
    ::close(descriptor_);
}

bool NotifySocket::waitFor(std::string_view assignment) {
    const QByteArray wanted(assignment.data(), static_cast<qsizetype>(assignment.size()));
    const auto deadline = soon();
    pollfd readable{descriptor_, POLLIN, 0};
    std::array<char, 4096> buffer{};
    while (poll(&readable, 1, static_cast<int>(deadline.remainingTime())) > 0) {
        const ssize_t size = recv(descriptor_, buffer.data(), buffer.size(), 0);
        if (size > 0 && QByteArray(buffer.data(), size).split('\n').contains(wanted))
            return true;
    }
    return false;
}

} // namespace chinwag::test
