#include "support/TlsFront.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTcpSocket>

namespace chinwag::test {

bool TlsFront::listen() {
    QFile certificateFile(files_.certificatePath());
    QFile keyFile(files_.keyPath());
    if (!files_.isValid() || !certificateFile.open(QIODevice::ReadOnly) || !keyFile.open(QIODevice::ReadOnly))
        return false;
    own_ = QSslCertificate(&certificateFile);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(own_);
    configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
    server_.setSslConfiguration(configuration);
    QObject::connect(&server_, &QSslServer::pendingConnectionAvailable, &server_, [this] {
        QTcpSocket* const socket = server_.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->readAll();
            socket->write("HTTP/1.1 401 No\r\nContent-Length: 2\r\n\r\n{}");
        });
    });
    return server_.listen(QHostAddress::LocalHost);
}

QUrl TlsFront::url() const {
    return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(server_.serverPort()), QUrl::StrictMode);
}

} // namespace chinwag::test
