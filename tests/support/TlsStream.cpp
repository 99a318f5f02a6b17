#include "support/TlsStream.h"

#include "support/Patience.h"

#include <QSslCertificate>

namespace chinwag::test {

namespace {

int milliseconds(QDeadlineTimer deadline) {
    return static_cast<int>(deadline.remainingTime());
}

} // namespace

std::unique_ptr<TlsStream> TlsStream::connectTo(std::uint16_t port) {
    std::unique_ptr<TlsStream> stream(new TlsStream);
    QSslSocket& socket = stream->socket_;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForEncrypted(milliseconds(soon())))
        return nullptr;
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    return stream;
}

bool TlsStream::write(std::string_view bytes, QDeadlineTimer deadline) {
    if (socket_.write(bytes.data(), static_cast<qint64>(bytes.size())) != static_cast<qint64>(bytes.size()))
        return false;
    socket_.flush();
    while (socket_.encryptedBytesToWrite() > 0 || socket_.bytesToWrite() > 0) {
        if (socket_.state() != QAbstractSocket::ConnectedState ||
            !socket_.waitForBytesWritten(milliseconds(deadline)))
            return false;
    }
    return true;
}

ReadStatus TlsStream::read(std::string& in, QDeadlineTimer deadline) {
    if (socket_.bytesAvailable() == 0 && socket_.state() == QAbstractSocket::ConnectedState)
        socket_.waitForReadyRead(milliseconds(deadline));
    if (socket_.bytesAvailable() > 0) {
        const QByteArray bytes = socket_.readAll();
        in.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        return ReadStatus::Data;
    }
    if (socket_.state() == QAbstractSocket::ConnectedState)
        return ReadStatus::Timeout;
    return socket_.error() == QAbstractSocket::RemoteHostClosedError ? ReadStatus::End : ReadStatus::Reset;
}

void TlsStream::finish() {
    socket_.disconnectFromHost();
}

QByteArray TlsStream::certificateDigest() const {
    return socket_.peerCertificate().digest(QCryptographicHash::Sha256);
}

} // namespace chinwag::test
