// The opening handshake of every WebSocket, which QWebSocketServer performs.
#pragma once

#include "net/Poller.h"
#include "net/RequestHead.h"
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
        std::string leftover; ///< sent by the client right behind its handshake, and read already
    };

    /// Answers `head`, which has been read off `transport` and found to be right, with 101, and with
    /// `subprotocol` unless that is empty. Nothing when the peer is gone.
    std::optional<Opened> open(std::unique_ptr<Transport> transport, const RequestHead& head,
                               const std::string& subprotocol);

private:
    std::optional<Opened> openPlain(DescriptorTransport& transport, const std::string& head);
    std::optional<Opened> openTls(std::unique_ptr<TlsTransport> transport, const std::string& head);
    std::unique_ptr<QWebSocket> shakeHands(QTcpSocket& socket, const std::string& head);

    Poller& poller_;
    QWebSocketServer server_;
};

} // namespace chinwag::net
