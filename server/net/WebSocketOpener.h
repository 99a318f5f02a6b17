// The opening handshake of every WebSocket, which QWebSocketServer performs.
#pragma once

#include "net/Poller.h"
#include "net/Transport.h"

#include <QtWebSockets/QWebSocketServer>

#include <memory>
#include <optional>
#include <string>

namespace chinwag::net {

class DescriptorTransport;
class TlsTransport;

/// One a worker, on its thread. Qt opens the connection and a leaner transport lives it: a QWebSocket
/// costs 17 KiB, copies for each recipient and has no limits on what it buffers.
class WebSocketOpener {
public:
    explicit WebSocketOpener(Poller& poller);

    struct Opened {
        std::unique_ptr<Transport> transport;
        std::string leftover; ///< sent by the client right behind its handshake
    };

    /// Answers the request head that waits unread on `transport`, which has been found to be right, with
    /// 101. Nothing when the peer is gone.
    std::optional<Opened> open(std::unique_ptr<Transport> transport);

private:
    std::optional<Opened> openPlain(DescriptorTransport& transport);
    std::optional<Opened> openTls(std::unique_ptr<TlsTransport> transport);
    std::unique_ptr<QWebSocket> shakeHands(QTcpSocket& socket);

    Poller& poller_;
    QWebSocketServer server_;
};

} // namespace chinwag::net
