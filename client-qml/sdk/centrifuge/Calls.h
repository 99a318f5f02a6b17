// Commands and their replies over one connection after the other. It numbers commands, puts those of one turn
// of the event loop together into frames, gives up on replies that do not come, and keeps a bounded number of
// commands while there is no connection yet.
#pragma once

#include "sdk/centrifuge/WaitingCalls.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>

namespace chinwag::centrifuge {

class Calls : public QObject {
    Q_OBJECT

public:
    struct Limits {
        std::chrono::milliseconds timeout{5'000}; ///< for a reply, and before that for a connection
        std::size_t waiting = 1'000;              ///< commands without a connection
        qsizetype frameBytes = 32 * 1024;         ///< a frame is not made longer by a second command
    };
    /// The result, which stands under the command's name in the reply.
    using Reply = Callback<QJsonObject>;
    /// Takes a frame; false when it cannot.
    using Write = std::function<bool(const QString& frame)>;

    explicit Calls(Limits limits, QObject* parent = nullptr);

    /// There is a transport: what is called `atOnce` goes to it.
    void attach(Write write) { write_ = std::move(write); }
    /// The server has taken us in: what waited is sent.
    void open();
    /// There is no transport any more: what was sent fails soon, and what is called from now on waits.
    void hold();
    /// Nor will there be one: what waits fails soon, too, and so does what is called from now on.
    void close();

    /// Never replies within the call.
    void call(const QString& name, const QJsonObject& parameters, Reply reply);
    /// Likewise, but fails instead of waiting; for what makes sense on the present transport only.
    void callAtOnce(const QString& name, const QJsonObject& parameters, Reply reply);
    /// A command without a reply; false when it could not be sent.
    bool tell(const QString& name, const QJsonObject& parameters);
    /// A pong.
    void pong();

    /// What came from the server. Replies that nobody waits for any more are dropped.
    void onReply(quint32 id, const QJsonObject& object);

Q_SIGNALS:
    /// The transport does not take frames any more.
    void writeFailed();

private:
    enum class Mode { Closed, Waiting, Open };
    struct Sent {
        QString name;
        Reply reply;
    };
    struct Limit {
        quint32 id = 0;
        QDeadlineTimer until;
    };

    void failLater(const Reply& reply, ErrorCode code, const QString& message);
    void write(const QByteArray& line);
    void flush();
    void failSent();
    void expire();
    void arm();

    Limits limits_;
    Mode mode_ = Mode::Closed;
    Write write_;
    QByteArray batch_;
    QTimer flushSoon_;
    QTimer limitTimer_;
    QHash<quint32, Sent> sent_;
    std::deque<Limit> deadlines_; ///< of what was sent, earliest first; what was answered is passed over
    WaitingCalls waiting_;
    quint32 lastId_ = 0;
};

} // namespace chinwag::centrifuge
