// A program runs once for its user: a second start hands what it was asked to do to the first, and ends.
#pragma once

#include <QByteArray>
#include <QLocalServer>
#include <QObject>
#include <QString>

#include <chrono>

class QLocalSocket;

namespace chinwag::instance {

/// On its user's machine, and for that user alone. Used on one thread, whose event loop runs once handOver()
/// has said false.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    /// What may be handed over at once, in bytes. More is cut off.
    static constexpr qint64 maxMessage = 16 * 1'024;

    /// Programs of the same `name` are one. It may be any text.
    explicit SingleInstance(const QString& name, QObject* parent = nullptr);

    /// How long another one may take to answer: it may be starting itself, on a machine that is busy.
    static constexpr std::chrono::seconds usualPatience{10};

    /// True when there is another one that has taken `message`. Otherwise this is the one from now on; or one
    /// beside another that does not answer within the patience, or where the system gives no socket.
    bool handOver(const QByteArray& message, std::chrono::milliseconds patience = usualPatience);

Q_SIGNALS:
    /// A second start wants this; at least to come to the front.
    void received(const QByteArray& message);

private:
    void onConnection();
    void take(QLocalSocket& other);

    const QString name_; ///< of the socket
    QLocalServer server_;
};

} // namespace chinwag::instance
