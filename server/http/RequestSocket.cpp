#include "http/RequestSocket.h"

#include <QtNetwork/QHostAddress>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace chinwag::http {

namespace {

/// Headers that speak of the connection the request came over, not of the request (RFC 9110 section
/// 7.6.1), and two that would make QHttpServer wait for a body or answer "100 Continue" on its own.
constexpr std::array<std::string_view, 9> connectionHeaders{
    "Connection", "Keep-Alive",        "Proxy-Connection", "TE", "Trailer", "Upgrade",
    "Expect",     "Transfer-Encoding", "Content-Length"};

bool isConnectionHeader(const protocol::HttpHeader& header) {
    return std::any_of(connectionHeaders.begin(), connectionHeaders.end(), [&header](std::string_view name) {
        return qstrnicmp(header.name.data(), static_cast<qsizetype>(header.name.size()), name.data(),
                         static_cast<qsizetype>(name.size())) == 0;
    });
}

void append(QByteArray& out, std::string_view text) {
    out.append(text.data(), static_cast<qsizetype>(text.size()));
}

QByteArray serialised(const protocol::HttpRequest& request, const QByteArray& target) {
    QByteArray out;
    append(out, request.method);
    out.append(' ').append(target).append(" HTTP/1.1\r\n");
    for (const auto& header : request.headers) {
        if (isConnectionHeader(header))
            continue;
        append(out, header.name);
        out += ": ";
        append(out, header.value);
        out += "\r\n";
    }
    append(out, "Content-Length: " + std::to_string(request.body.size()) + "\r\n\r\n" + request.body);
    return out;
}

} // namespace

RequestSocket::RequestSocket(const protocol::HttpRequest& request, const QByteArray& target,
                             AnswerOnce answer, QObject* parent)
    : QTcpSocket(parent), input_(serialised(request, target)), answer_(std::move(answer)) {
    setPeerAddress(QHostAddress(QString::fromStdString(request.peerAddress)));
    setSocketState(ConnectedState);
    QIODevice::open(ReadWrite);
}

RequestSocket::~RequestSocket() {
    // Or QAbstractSocket would try to close a connection that there never was.
    setSocketState(UnconnectedState);
}

qint64 RequestSocket::bytesAvailable() const {
    return QTcpSocket::bytesAvailable() + unread();
}

void RequestSocket::disconnectFromHost() {
    end(protocol::problem(500, "the request was dropped without an answer"));
}

void RequestSocket::close() {
    disconnectFromHost();
    QTcpSocket::close();
}

qint64 RequestSocket::readData(char* data, qint64 maxSize) {
    const qint64 size = std::min(maxSize, unread());
    std::memcpy(data, input_.constData() + position_, static_cast<std::size_t>(size));
    position_ += size;
    return size;
}

qint64 RequestSocket::readLineData(char* data, qint64 maxSize) {
    const qsizetype lineFeed = input_.indexOf('\n', position_);
    return readData(data, lineFeed < 0 ? maxSize : std::min(maxSize, lineFeed + 1 - position_));
}

qint64 RequestSocket::skipData(qint64 maxSize) {
    const qint64 size = std::min(maxSize, unread());
    position_ += size;
    return size;
}

qint64 RequestSocket::writeData(const char* data, qint64 size) {
    switch (collector_.feed(std::string_view(data, static_cast<std::size_t>(size)))) {
    case AnswerCollector::State::Incomplete: break;
    case AnswerCollector::State::Complete: end(collector_.take()); break;
    case AnswerCollector::State::Malformed: end(protocol::problem(500, "the answer is malformed")); break;
    }
    return size;
}

/// The device stays open: QHttpServer goes on to write the empty body of an answer that is complete with
/// its head. The state alone tells it that the peer has gone.
void RequestSocket::end(protocol::HttpAnswer answer) {
    if (std::exchange(ended_, true))
        return;
    answer_.give(std::move(answer));
    setSocketState(UnconnectedState);
    Q_EMIT stateChanged(UnconnectedState);
    Q_EMIT disconnected();
}

} // namespace chinwag::http
