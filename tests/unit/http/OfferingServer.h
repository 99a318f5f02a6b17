// A listener that takes sockets in that came over no network.
#pragma once

#include <QtNetwork/QTcpServer>

namespace chinwag::tests {

class OfferingServer : public QTcpServer {
    Q_OBJECT
public:
    using QTcpServer::addPendingConnection;
};

} // namespace chinwag::tests
