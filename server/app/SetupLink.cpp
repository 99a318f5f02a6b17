#include "app/SetupLink.h"

#include <QHostAddress>
#include <QSysInfo>
#include <QUrl>

namespace chinwag::app {

QString setupLink(const QString& url, const std::string& code) {
    QUrl link(url);
    const QHostAddress address(link.host());
    const bool isEverywhere =
        address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6);
    // A browser can go there by a name only.
    if (const auto name = QSysInfo::machineHostName(); isEverywhere && !name.isEmpty())
        link.setHost(name);
    link.setPath(QStringLiteral("/admin/setup"));
    link.setFragment(QString::fromStdString(code));
    return link.toString();
}

} // namespace chinwag::app
