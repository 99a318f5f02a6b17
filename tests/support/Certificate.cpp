#include "support/Certificate.h"

#include <QProcess>
#include <QStringList>

namespace chinwag::test {

Certificate::Certificate() : valid_(directory_.isValid() && renew()) {}

bool Certificate::renew() {
    const QStringList arguments{QStringLiteral("req"),
                                QStringLiteral("-x509"),
                                QStringLiteral("-newkey"),
                                QStringLiteral("ec"),
                                QStringLiteral("-pkeyopt"),
                                QStringLiteral("ec_paramgen_curve:prime256v1"),
                                QStringLiteral("-nodes"),
                                QStringLiteral("-days"),
                                QStringLiteral("2"),
                                QStringLiteral("-subj"),
                                QStringLiteral("/CN=localhost"),
                                QStringLiteral("-addext"),
                                QStringLiteral("subjectAltName=DNS:localhost,IP:127.0.0.1"),
                                QStringLiteral("-keyout"),
                                keyPath(),
                                QStringLiteral("-out"),
                                certificatePath()};
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"), arguments);
    return openssl.waitForFinished() && openssl.exitStatus() == QProcess::NormalExit &&
           openssl.exitCode() == 0;
}

} // namespace chinwag::test
