#include "desktop/PrivateBus.h"
#include "support/Patience.h"

namespace chinwag::test {

PrivateBus::PrivateBus() {
    daemon_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    daemon_.start(QStringLiteral("dbus-daemon"),
                  {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                   QStringLiteral("--print-address")});
    while (daemon_.state() != QProcess::NotRunning && !daemon_.canReadLine()) {
        if (!daemon_.waitForReadyRead(patienceMilliseconds))
            return;
    }
    address_ = QString::fromLatin1(daemon_.readLine()).trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address_.toLatin1());
}

PrivateBus::~PrivateBus() {
    daemon_.terminate();
    daemon_.waitForFinished(patienceMilliseconds);
}

} // namespace chinwag::test
