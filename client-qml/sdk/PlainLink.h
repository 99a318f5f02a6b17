// The seed's dialect over a WebSocket: a text frame is "nick: text", and what one sends comes back as it was
// sent.
#pragma once

#include "sdk/Heartbeat.h"
#include "sdk/Link.h"
#include "sdk/RefusalProbe.h"

#include <QTimer>
#include <QWebSocket>

#include <chrono>
#include <deque>

namespace chinwag::sdk {

class PlainLink : public Link {
    Q_OBJECT

public:
    struct Timing {
        std::chrono::milliseconds opening{15'000}; ///< a server that takes the call and is silent is given up
        Heartbeat::Timing heartbeat{};
    };

    /// What a server takes at most in one message, "nick: " included.
    static constexpr qsizetype maxMessageBytes = 64 * 1024;

    explicit PlainLink(QObject* parent = nullptr);
    explicit PlainLink(Timing timing, QObject* parent = nullptr);
    ~PlainLink() override;

    void open(const Destination& destination) override;
    void close() override;
    bool publish(quint64 id, const QString& text) override;

    /// The message as it is sent: lone surrogates are replaced, so that its echo equals it.
    static QString line(const QString& nick, const QString& text);
    static QUrl chatUrl(const Destination& destination);

private:
    struct Sent {
        quint64 id;
        QString line;
    };

    void onOpened();
    void onText(const QString& line);
    void onError(QAbstractSocket::SocketError error);
    void onDisconnected();
    void end(const Fault& fault);
    quint64 takeSent(const QString& line);

    Timing timing_;
    Destination destination_;
    QWebSocket socket_;
    QTimer openingLimit_;
    Heartbeat heartbeat_;
    RefusalProbe probe_;
    std::deque<Sent> sent_; ///< without an echo yet, oldest first
    QString tlsFault_;
    bool open_ = false;
    bool asking_ = false; ///< the probe is on its way
    bool over_ = false;
};

} // namespace chinwag::sdk
