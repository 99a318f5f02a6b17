#include "instance/SingleInstance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QLocalSocket>
#include <QTimer>

namespace chinwag::instance {

namespace {

constexpr std::chrono::seconds deadline{5}; // for one who connects and says nothing
constexpr char messageEnd = '\n';
constexpr char taken = '+';

// A name that fits into the path of a socket, whatever the text. In the user's own directory for such things,
// which goes when the user logs out; where there is none, in the one for temporary files.
QString socketName(const QString& name) {
    const QByteArray whose = qgetenv("USER") + '\n' + name.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(whose, QCryptographicHash::Sha256);
    const QString socket = QLatin1String("chinwag-") + QString::fromLatin1(hash.left(12).toHex());
    const QString directory = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return directory.isEmpty() ? socket : directory + u'/' + socket;
}

int left(const QDeadlineTimer& timer) {
    return static_cast<int>(timer.remainingTime());
}

} // namespace

SingleInstance::SingleInstance(const QString& name, QObject* parent)
    : QObject(parent), name_(socketName(name)) {
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, &SingleInstance::onConnection);
}

bool SingleInstance::handOver(const QByteArray& message, std::chrono::milliseconds patience) {
    const QDeadlineTimer timer(patience);
    QLocalSocket other;
    other.connectToServer(name_);
    if (other.waitForConnected(left(timer))) {
        // In one line, whatever is in it.
        other.write(message.left(maxMessage).toBase64() + messageEnd);
        const bool answered = other.waitForBytesWritten(left(timer)) && other.waitForReadyRead(left(timer));
        if (answered && other.read(1) == QByteArray(1, taken))
            return true;
        qWarning("Another instance of this program is there and does not answer; this one runs beside it.");
        return false;
    }
    // Nobody answers: what is there was left by one that ended badly.
    QLocalServer::removeServer(name_);
    if (!server_.listen(name_))
        qWarning("A second start will not find this one: %s", qUtf8Printable(server_.errorString()));
    return false;
}

void SingleInstance::onConnection() {
    while (QLocalSocket* const other = server_.nextPendingConnection()) {
        connect(other, &QLocalSocket::disconnected, other, &QObject::deleteLater);
        connect(other, &QLocalSocket::readyRead, this, [this, other] { take(*other); });
        QTimer::singleShot(deadline, other, [other] { other->abort(); });
        take(*other);
    }
}

void SingleInstance::take(QLocalSocket& other) {
    constexpr qint64 longest = maxMessage * 4 / 3 + 4;
    if (!other.canReadLine()) {
        if (other.bytesAvailable() > longest)
            other.abort();
        return;
    }
    const QByteArray message = QByteArray::fromBase64(other.readLine(longest + 2).trimmed());
    other.write(QByteArray(1, taken));
    other.flush(); // what comes of the message may take longer than the other one waits
    other.disconnectFromServer();
    Q_EMIT received(message);
}

} // namespace chinwag::instance
