#include "net/TlsTransport.h"

#include <QtCore/QMetaObject>
#include <QtCore/QScopedValueRollback>
#include <QtWebSockets/QWebSocket>

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace chinwag::net {

namespace {

// What Qt may hold for us in each direction; beyond it the send queue waits, where it is counted.
constexpr qint64 bufferSize = 64 * 1024;

} // namespace

TlsTransport::TlsTransport(int descriptor, const QSslConfiguration& configuration) {
    connect(&socket_, &QIODevice::readyRead, this, &TlsTransport::readable);
    connect(&socket_, &QSslSocket::encrypted, this, &TlsTransport::readable);
    connect(&socket_, &QAbstractSocket::disconnected, this, &TlsTransport::readable);
    connect(&socket_, &QSslSocket::encryptedBytesWritten, this, &TlsTransport::writable);
    socket_.setReadBufferSize(bufferSize);
    socket_.setSslConfiguration(configuration);
    if (socket_.setSocketDescriptor(descriptor))
        socket_.startServerEncryption();
    else
        ::close(descriptor);
}

TlsTransport::~TlsTransport() {
    user_ = nullptr;
    disconnect(&socket_, nullptr, this, nullptr);
    socket_.abort();
    opener_.reset();
}

void TlsTransport::keepOpener(std::unique_ptr<QWebSocket> opener) {
    opener_ = std::move(opener);
}

Transport::Result TlsTransport::nothingToRead() const {
    return {socket_.state() == QAbstractSocket::ConnectedState ? Status::Blocked : Status::Ended};
}

Transport::Result TlsTransport::peek(std::span<char> into) {
    const qint64 count =
        isEstablished() ? socket_.peek(into.data(), static_cast<qint64>(into.size())) : qint64{0};
    return count > 0 ? Result{Status::Ok, static_cast<std::size_t>(count)} : nothingToRead();
}

Transport::Result TlsTransport::read(std::span<char> into) {
    const qint64 count =
        isEstablished() ? socket_.read(into.data(), static_cast<qint64>(into.size())) : qint64{0};
    return count > 0 ? Result{Status::Ok, static_cast<std::size_t>(count)} : nothingToRead();
}

Transport::Result TlsTransport::write(std::span<const iovec> from) {
    if (socket_.state() != QAbstractSocket::ConnectedState)
        return {Status::Broken};
    const QScopedValueRollback guard(inWrite_, true);
    std::size_t written = 0;
    for (const auto& vector : from) {
        const qint64 room = bufferSize - socket_.bytesToWrite() - socket_.encryptedBytesToWrite();
        const qint64 count = std::min(room, static_cast<qint64>(vector.iov_len));
        if (count <= 0)
            break;
        if (socket_.write(static_cast<const char*>(vector.iov_base), count) != count)
            return {Status::Broken};
        written += static_cast<std::size_t>(count);
        if (count < static_cast<qint64>(vector.iov_len))
            break;
    }
    socket_.flush();
    return written > 0 ? Result{Status::Ok, written} : Result{Status::Blocked};
}

bool TlsTransport::setInterest(Interest interest) {
    const bool resumes = interest.read && !interest_.read;
    interest_ = interest;
    // Qt tells of data once. What came while nobody was interested is told of now, from the event loop.
    if (resumes)
        QMetaObject::invokeMethod(this, &TlsTransport::readable, Qt::QueuedConnection);
    return true;
}

void TlsTransport::finishWriting() {
    socket_.disconnectFromHost();
}

void TlsTransport::abort() {
    const auto descriptor = socket_.socketDescriptor();
    if (descriptor >= 0) {
        const linger now{1, 0};
        ::setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }
    socket_.abort();
}

void TlsTransport::readable() {
    if (inWrite_)
        QMetaObject::invokeMethod(this, &TlsTransport::readable, Qt::QueuedConnection);
    else if (user_ != nullptr && interest_.read)
        user_->onReadable();
}

void TlsTransport::writable() {
    if (!inWrite_ && user_ != nullptr && interest_.write)
        user_->onWritable();
}

} // namespace chinwag::net
