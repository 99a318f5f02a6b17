#include "sdk/OpeningRule.h"

#include <QCoreApplication>

namespace chinwag::sdk {

namespace {

class OpeningText {
    Q_DECLARE_TR_FUNCTIONS(OpeningRule)
};

Fault tlsFault(const QString& host, const QString& words) {
    return {Fault::Kind::Tls,
            OpeningText::tr(
                "No trusted encrypted connection to %1: %2. If that server has no encryption, write http:// "
                "in front of its address.")
                .arg(host, words),
            true, 0};
}

// A server's own words, or ours where it gave none.
QString wordsOr(const QString& detail, const QString& otherwise) {
    return detail.isEmpty() ? otherwise : OpeningText::tr("The server says: %1").arg(detail);
}

} // namespace

Fault judgeSocketError(QAbstractSocket::SocketError error, const QString& host, const QString& words) {
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return {Fault::Kind::NameNotFound,
                OpeningText::tr("There is no server named %1. Is the address spelled right?").arg(host), true,
                0};
    case QAbstractSocket::ConnectionRefusedError:
        return {
            Fault::Kind::Refused,
            OpeningText::tr("No server answers at %1. It may be down, or its port is another one.").arg(host),
            true, 0};
    case QAbstractSocket::SocketTimeoutError: return openingTimedOut(host);
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError: return tlsFault(host, words);
    case QAbstractSocket::NetworkError:
        return {Fault::Kind::Refused, OpeningText::tr("%1 cannot be reached over the network.").arg(host),
                true, 0};
    default:
        return {Fault::Kind::Lost, OpeningText::tr("No connection to %1: %2.").arg(host, words), true, 0};
    }
}

Fault judgeStatus(int status, const QString& detail, int retryAfterSeconds) {
    switch (status) {
    case 400:
        return {Fault::Kind::Rejected,
                wordsOr(detail, OpeningText::tr("The server does not accept this nickname or room.")), false,
                0};
    case 401:
    case 403:
        return {Fault::Kind::Rejected, wordsOr(detail, OpeningText::tr("The server does not let you in.")),
                false, 0};
    case 429:
    case 503:
        return {Fault::Kind::Full,
                wordsOr(detail, OpeningText::tr("The server has no room for more connections now.")), true,
                retryAfterSeconds};
    default: break;
    }
    // A proxy's 502 and 504, and what else a server says while it is not itself, pass.
    if (status >= 500)
        return {Fault::Kind::Full,
                OpeningText::tr("The server cannot take the connection now (HTTP status %1).").arg(status),
                true, retryAfterSeconds};
    return {Fault::Kind::NoChat,
            OpeningText::tr("There is a server, but no Chinwag chat at this address (HTTP status %1).")
                .arg(status),
            false, 0};
}

Fault openingTimedOut(const QString& host) {
    return {Fault::Kind::TimedOut, OpeningText::tr("%1 did not answer in time.").arg(host), true, 0};
}

} // namespace chinwag::sdk
