// A listening socket on the control thread, which gives every connection away to a worker.
#pragma once

#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpServer>

#include <functional>
#include <optional>

namespace chinwag::net {

class Acceptor final : public QTcpServer {
    Q_OBJECT
public:
    /// What becomes of a descriptor that has been accepted: called on the control thread, it owns it.
    using Take = std::function<void(int descriptor)>;

    explicit Acceptor(Take take, QObject* parent = nullptr);

    /// Nothing when it listens, else why it does not.
    std::optional<QString> open(const QHostAddress& address, quint16 port);
    /// Likewise for a descriptor that already listens (socket activation).
    std::optional<QString> openActivated(int descriptor);

    /// Puts a socket onto the list of those that wait: the way in for QHttpServer, which takes its
    /// sockets from a QTcpServer that is bound to it.
    void offer(QTcpSocket* socket);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void resumeSoon();

    Take take_;
};

} // namespace chinwag::net
