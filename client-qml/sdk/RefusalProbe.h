// Learns why a server refused a WebSocket. QWebSocket throws the answer to a failed opening away, so the
// opening is asked again as a plain request whose answer can be read.
#pragma once

#include "sdk/Fault.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>

class QNetworkReply;

namespace chinwag::sdk {

class RefusalProbe : public QObject {
    Q_OBJECT

public:
    explicit RefusalProbe(QObject* parent = nullptr);
    ~RefusalProbe() override;

    /// `socketUrl` is the ws:// or wss:// address that was refused. explained() follows.
    void ask(const QUrl& socketUrl);

Q_SIGNALS:
    void explained(const chinwag::sdk::Fault& fault);

private:
    void headersCame();
    void finished();
    Fault verdict() const;

    QNetworkAccessManager network_;
    QPointer<QNetworkReply> reply_;
};

} // namespace chinwag::sdk
