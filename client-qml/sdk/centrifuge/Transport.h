// What carries frames to a server and back. The client's port to the network, so that tests can be the
// network.
#pragma once

#include "sdk/Fault.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace chinwag::centrifuge {

/// How a transport ended.
struct TransportEnd {
    int code = 0;     ///< the server's close code; 0 when it gave none
    QString reason;   ///< and its words
    sdk::Fault fault; ///< the same for people
};

/// Used once: opened, and then closed by one side. It lives on its client's thread, and may be destroyed from
/// within its own signals.
class Transport : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// opened() or closed() follows, in a later turn of the event loop.
    virtual void open(const QUrl& url) = 0;
    /// False when it is not open, or the frame could not be taken.
    virtual bool send(const QString& frame) = 0;
    /// Says goodbye. Nothing is signalled any more.
    virtual void close() = 0;

Q_SIGNALS:
    void opened();
    void received(const QString& frame);
    /// Once, at last.
    void closed(const chinwag::centrifuge::TransportEnd& end);
};

using TransportMaker = std::function<std::unique_ptr<Transport>()>;

} // namespace chinwag::centrifuge
