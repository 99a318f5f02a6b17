#include "net/Acceptor.h"

#include <QtCore/QLoggingCategory>
#include <QtCore/QTimer>
#include <QtNetwork/QTcpSocket>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace chinwag::net {

namespace {

Q_LOGGING_CATEGORY(lcNet, "chinwag.net")

constexpr int backlog = 4096; // a reconnect storm arrives at once; the kernel caps it at somaxconn
// Kept free for what is not a client: files, the adoption of a WebSocket, the log.
constexpr std::uint64_t descriptorReserve = 32;
constexpr std::chrono::milliseconds pauseAfterError{100};

std::uint64_t usableDescriptors() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return UINT64_MAX;
    return limit.rlim_cur - std::min<std::uint64_t>(descriptorReserve, limit.rlim_cur / 2);
}

} // namespace

Acceptor::Acceptor(Take take, TurnedAway turnedAway, QObject* parent)
    : QTcpServer(parent),
      take_(std::move(take)),
      turnedAway_(std::move(turnedAway)),
      descriptorLimit_(usableDescriptors()) {
    setListenBacklogSize(backlog);
    connect(this, &QTcpServer::acceptError, this, &Acceptor::resumeSoon);
}

std::optional<QString> Acceptor::open(const QHostAddress& address, quint16 port) {
    if (listen(address, port))
        return std::nullopt;
    return errorString();
}

std::optional<QString> Acceptor::openActivated(int descriptor) {
    if (setSocketDescriptor(descriptor))
        return std::nullopt;
    return errorString();
}

void Acceptor::offer(QTcpSocket* socket) {
    addPendingConnection(socket);
    Q_EMIT newConnection();
}

// The kernel gives out the lowest free number, so the number itself tells how many are in use.
void Acceptor::incomingConnection(qintptr descriptor) {
    if (static_cast<std::uint64_t>(descriptor) >= descriptorLimit_) {
        ::close(static_cast<int>(descriptor));
        turnedAway_();
        return;
    }
    take_(static_cast<int>(descriptor));
}

// Qt stops accepting after an error and would never start again.
void Acceptor::resumeSoon() {
    qCWarning(lcNet, "accepting failed: %s", qPrintable(errorString()));
    QTimer::singleShot(pauseAfterError, this, [this] {
        if (isListening())
            resumeAccepting();
    });
}

} // namespace chinwag::net
