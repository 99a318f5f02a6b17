#include "sdk/centrifuge/Calls.h"

#include "sdk/centrifuge/Codec.h"

#include <algorithm>
#include <utility>

namespace chinwag::centrifuge {

namespace {

Error errorOf(ErrorCode code, const QString& message) {
    const bool temporary = code == ErrorCode::Timeout || code == ErrorCode::TransportClosed;
    return {static_cast<int>(code), message, temporary};
}

} // namespace

Calls::Calls(Limits limits, QObject* parent)
    : QObject(parent), limits_(limits), waiting_(limits.waiting, limits.timeout) {
    flushSoon_.setSingleShot(true);
    limitTimer_.setSingleShot(true);
    connect(&flushSoon_, &QTimer::timeout, this, &Calls::flush);
    connect(&limitTimer_, &QTimer::timeout, this, &Calls::expire);
}

void Calls::open() {
    mode_ = Mode::Open;
    waiting_.release();
}

void Calls::hold() {
    mode_ = Mode::Waiting;
    failSent();
}

void Calls::close() {
    mode_ = Mode::Closed;
    failSent();
    waiting_.failLater(errorOf(ErrorCode::ClientDisconnected, tr("the client is disconnected")));
}

void Calls::call(const QString& name, const QJsonObject& parameters, Reply reply) {
    if (mode_ != Mode::Waiting) {
        callAtOnce(name, parameters, std::move(reply));
        return;
    }
    const auto go = [this, name, parameters, reply](const std::optional<Error>& error) {
        if (!error)
            callAtOnce(name, parameters, reply);
        else if (reply)
            reply(*error);
    };
    if (!waiting_.add(go))
        failLater(reply, ErrorCode::QueueFull, tr("too many commands wait for a connection"));
}

void Calls::callAtOnce(const QString& name, const QJsonObject& parameters, Reply reply) {
    if (!write_) {
        failLater(reply, ErrorCode::ClientDisconnected, tr("the client is disconnected"));
        return;
    }
    if (++lastId_ == 0)
        ++lastId_;
    sent_.insert(lastId_, {name, std::move(reply)});
    deadlines_.push_back({lastId_, QDeadlineTimer(limits_.timeout)});
    arm();
    write(codec::commandLine(lastId_, name, parameters));
}

bool Calls::tell(const QString& name, const QJsonObject& parameters) {
    if (mode_ != Mode::Open)
        return false;
    write(codec::commandLine(0, name, parameters));
    return true;
}

void Calls::pong() {
    if (write_)
        write("{}");
}

// The caller has returned by then, and holds whatever it made for the reply.
void Calls::failLater(const Reply& reply, ErrorCode code, const QString& message) {
    if (reply)
        QMetaObject::invokeMethod(
            this, [reply, error = errorOf(code, message)] { reply(error); }, Qt::QueuedConnection);
}

void Calls::write(const QByteArray& line) {
    if (!batch_.isEmpty() && batch_.size() + 1 + line.size() > limits_.frameBytes)
        flush();
    if (!batch_.isEmpty())
        batch_ += '\n';
    batch_ += line;
    if (!flushSoon_.isActive())
        flushSoon_.start(0);
}

void Calls::flush() {
    const QByteArray frame = std::exchange(batch_, {});
    if (!write_ || frame.isEmpty() || write_(QString::fromUtf8(frame)))
        return;
    // Told later: whoever has called in the meantime need not expect the connection to end within the call.
    QMetaObject::invokeMethod(this, &Calls::writeFailed, Qt::QueuedConnection);
}

void Calls::onReply(quint32 id, const QJsonObject& object) {
    const Sent sent = sent_.take(id);
    if (!sent.reply)
        return;
    const QJsonValue error = object.value(QLatin1String("error"));
    if (error.isObject())
        sent.reply(codec::readError(error.toObject()));
    else
        sent.reply(object.value(sent.name).toObject());
}

// Told in a turn of its own, in which nothing is half done any more.
void Calls::failSent() {
    write_ = {};
    batch_.clear();
    flushSoon_.stop();
    limitTimer_.stop();
    deadlines_.clear();
    const auto sent = std::exchange(sent_, {});
    QList<quint32> ids = sent.keys();
    std::sort(ids.begin(), ids.end());
    for (const quint32 id : std::as_const(ids))
        failLater(sent.find(id)->reply, ErrorCode::TransportClosed, tr("the connection was lost"));
}

void Calls::expire() {
    const QPointer<Calls> self(this);
    while (!deadlines_.empty() && deadlines_.front().until.hasExpired()) {
        const auto expired = sent_.take(deadlines_.front().id);
        deadlines_.pop_front();
        if (expired.reply)
            expired.reply(errorOf(ErrorCode::Timeout, tr("no reply in time")));
        if (!self)
            return;
    }
    arm();
}

void Calls::arm() {
    while (!deadlines_.empty() && !sent_.contains(deadlines_.front().id))
        deadlines_.pop_front();
    if (!deadlines_.empty() && !limitTimer_.isActive())
        limitTimer_.start(
            std::chrono::ceil<std::chrono::milliseconds>(deadlines_.front().until.remainingTimeAsDuration()));
}

} // namespace chinwag::centrifuge
