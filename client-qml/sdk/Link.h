// One connection to a chat, from its opening to its end. The port behind which dialects are exchanged:
// today's is PlainLink, and a program without a network has DemoLink.
#pragma once

#include "sdk/Fault.h"

#include <QObject>
#include <QUrl>

namespace chinwag::sdk {

struct Destination {
    QUrl server; ///< as Endpoint::server
    QString nick;
    QString room;

    bool operator==(const Destination&) const = default;
};

struct Publication {
    QString nick; ///< empty when the message names nobody
    QString text;
    quint64 ownId = 0; ///< the message of ours that this is, come back from the server; 0 = somebody else's
};

class Link : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Once, at first. Either opened() or ended() follows, in a later turn of the event loop.
    virtual void open(const Destination& destination) = 0;
    /// Says goodbye. Nothing is signalled any more.
    virtual void close() = 0;
    /// Hands a message to the connection; false when it is not open. received() with this id is the receipt.
    virtual bool publish(quint64 id, const QString& text) = 0;

Q_SIGNALS:
    void opened();
    void received(const chinwag::sdk::Publication& publication);
    /// Once, at last.
    void ended(const chinwag::sdk::Fault& fault);
};

} // namespace chinwag::sdk
