#include "SingleInstance.h"

#include "api/RestClient.h"

#include <QCryptographicHash>
#include <QLocalSocket>

#include <chrono>

namespace chinwag::admin {

namespace {

constexpr std::chrono::milliseconds patience{500}; // that another one may take to answer

// A name that fits into the path of a socket, whatever the address.
QString nameFor(const QString& address) {
    const QUrl url = RestClient::parseAddress(address);
    const QByteArray known = (url.isValid() ? url.toString() : address).toUtf8();
    const QByteArray whose = qgetenv("USER") + '\n' + known;
    const QByteArray hash = QCryptographicHash::hash(whose, QCryptographicHash::Sha256);
    return QLatin1String("chinwag-admin-") + QString::fromLatin1(hash.left(8).toHex());
}

} // namespace

SingleInstance::SingleInstance(const QString& address, QObject* parent)
    : QObject(parent), name_(nameFor(address)) {
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* const other = server_.nextPendingConnection())
            other->deleteLater();
        Q_EMIT raiseRequested();
    });
}

bool SingleInstance::hasRaisedAnother() {
    QLocalSocket other;
    other.connectToServer(name_);
    if (other.waitForConnected(static_cast<int>(patience.count())))
        return true;
    // Nobody answers: what is there was left by one that ended badly.
    QLocalServer::removeServer(name_);
    if (!server_.listen(name_))
        qWarning("A second start will not find this one: %s", qUtf8Printable(server_.errorString()));
    return false;
}

} // namespace chinwag::admin
