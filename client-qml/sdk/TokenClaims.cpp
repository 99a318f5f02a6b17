#include "sdk/TokenClaims.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace chinwag::sdk {

TokenClaims readTokenClaims(const QString& token) {
    const QStringList parts = token.split(u'.');
    if (parts.size() != 3)
        return {};
    const auto payload = QByteArray::fromBase64(parts.at(1).toLatin1(), QByteArray::Base64UrlEncoding |
                                                                            QByteArray::OmitTrailingEquals);
    const QJsonObject claims = QJsonDocument::fromJson(payload).object();
    return {claims.value(QLatin1String("sub")).toString(),
            claims.value(QLatin1String("info"))[QLatin1String("nick")].toString()};
}

} // namespace chinwag::sdk
