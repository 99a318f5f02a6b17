#include "net/Acceptor.h"

#include <QtCore/QLoggingCategory>
#include <QtCore/QTimer>
#include <QtNetwork/QTcpSocket>

#include <chrono>
#include <utility>

namespace chinwag::net {

namespace {

Q_LOGGING_CATEGORY(lcNet, "chinwag.net")

constexpr int backlog = 4096; // a reconnect storm arrives at once; the kernel caps it at somaxconn
constexpr std::chrono::milliseconds pauseAfterError{100};

} // namespace

Acceptor::Acceptor(Take take, QObject* parent) : QTcpServer(parent), take_(std::move(take)) {
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

void Acceptor::incomingConnection(qintptr descriptor) {
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
