#include "sdk/PlainLink.h"

#include "protocol/PlainMessage.h"
#include "sdk/CloseRule.h"
#include "sdk/OpeningRule.h"
#include "sdk/QtCompat.h"

#include <QCoreApplication>
#include <QSslError>

#include <algorithm>
#include <string>

namespace chinwag::sdk {

namespace {

// Twice what a server takes from a client: whatever it sends, memory stays bounded.
constexpr quint64 maxIncomingBytes = 2 * PlainLink::maxMessageBytes;

QString fromView(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

PlainLink::PlainLink(QObject* parent) : PlainLink(Timing{}, parent) {}

PlainLink::PlainLink(Timing timing, QObject* parent)
    : Link(parent), timing_(timing), heartbeat_(timing.heartbeat) {
    openingLimit_.setSingleShot(true);
    socket_.setMaxAllowedIncomingMessageSize(maxIncomingBytes);
    socket_.setMaxAllowedIncomingFrameSize(maxIncomingBytes);
    connect(&openingLimit_, &QTimer::timeout, this,
            [this] { end(openingTimedOut(destination_.server.host())); });
    connect(&heartbeat_, &Heartbeat::pingWanted, this, [this] { socket_.ping(); });
    connect(&heartbeat_, &Heartbeat::silent, this, [this] {
        end({Fault::Kind::Lost, tr("The server has not been heard for a while."), true, 0});
    });
    connect(&probe_, &RefusalProbe::explained, this, &PlainLink::end);
    connect(&socket_, &QWebSocket::connected, this, &PlainLink::onOpened);
    connect(&socket_, &QWebSocket::textMessageReceived, this, &PlainLink::onText);
    connect(&socket_, &QWebSocket::pong, &heartbeat_, &Heartbeat::alive);
    connect(&socket_, &QWebSocket::disconnected, this, &PlainLink::onDisconnected);
    connectError(socket_, this, &PlainLink::onError);
    connect(&socket_, &QWebSocket::sslErrors, this, [this](const QList<QSslError>& errors) {
        if (!errors.isEmpty())
            tlsFault_ = errors.first().errorString();
    });
}

PlainLink::~PlainLink() {
    socket_.disconnect(this);
    socket_.abort();
}

QUrl PlainLink::chatUrl(const Destination& destination) {
    QUrl url = destination.server;
    url.setPath(url.path() + QLatin1String("/ws/chat"));
    // Encoded by hand: a query's own encoding leaves "+" alone, which servers read as a space.
    const QByteArray query = "room=" + QUrl::toPercentEncoding(destination.room) +
                             "&nick=" + QUrl::toPercentEncoding(destination.nick);
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

QString PlainLink::line(const QString& nick, const QString& text) {
    const QString whole = nick + QLatin1String(": ") + text;
    return QString::fromUtf8(whole.toUtf8());
}

void PlainLink::open(const Destination& destination) {
    destination_ = destination;
    openingLimit_.start(timing_.opening);
    socket_.open(chatUrl(destination));
}

void PlainLink::close() {
    if (over_)
        return;
    over_ = true;
    openingLimit_.stop();
    heartbeat_.stop();
    socket_.close();
}

bool PlainLink::publish(quint64 id, const QString& text) {
    if (!open_ || over_)
        return false;
    Sent sent{id, line(destination_.nick, text)};
    if (socket_.sendTextMessage(sent.line) < sent.line.size())
        return false;
    sent_.push_back(std::move(sent));
    return true;
}

void PlainLink::onOpened() {
    if (over_)
        return;
    open_ = true;
    openingLimit_.stop();
    heartbeat_.start();
    Q_EMIT opened();
}

void PlainLink::onText(const QString& line) {
    if (over_)
        return;
    heartbeat_.alive();
    const std::string bytes = line.toStdString();
    const auto message = protocol::parsePlainMessage(bytes);
    Q_EMIT received({fromView(message.nickname), fromView(message.text), takeSent(line)});
}

// A server echoes in the order in which it was told, but somebody with our nickname may say the same: the
// oldest message with these words is as good as any.
quint64 PlainLink::takeSent(const QString& line) {
    const auto found =
        std::find_if(sent_.begin(), sent_.end(), [&](const Sent& sent) { return sent.line == line; });
    if (found == sent_.end())
        return 0;
    const quint64 id = found->id;
    sent_.erase(found);
    return id;
}

void PlainLink::onError(QAbstractSocket::SocketError error) {
    // An open connection ends with disconnected(), which knows the server's reason.
    if (over_ || open_ || asking_)
        return;
    // QWebSocket has one error for "nothing listens" and "the server said no"; a server that answered had a
    // port.
    if (error == QAbstractSocket::ConnectionRefusedError && socket_.localPort() != 0) {
        asking_ = true;
        probe_.ask(chatUrl(destination_));
        return;
    }
    end(judgeSocketError(error, destination_.server.host(),
                         presentable(tlsFault_.isEmpty() ? socket_.errorString() : tlsFault_)));
}

void PlainLink::onDisconnected() {
    if (over_ || asking_)
        return;
    if (open_)
        end(judgeClose(static_cast<quint16>(socket_.closeCode()), socket_.closeReason()));
    else
        onError(socket_.error());
}

void PlainLink::end(const Fault& fault) {
    if (over_)
        return;
    over_ = true;
    openingLimit_.stop();
    heartbeat_.stop();
    Q_EMIT ended(fault);
}

} // namespace chinwag::sdk
