// A TLS server whose certificate nobody vouches for: it answers every request with 401.
#pragma once

#include "support/Certificate.h"

#include <QSslCertificate>
#include <QSslServer>
#include <QUrl>

namespace chinwag::test {

class TlsFront {
public:
    bool listen();
    QUrl url() const;
    const QSslCertificate& certificate() const { return own_; }

private:
    Certificate files_;
    QSslCertificate own_;
    QSslServer server_;
};

} // namespace chinwag::test
