#include "api/Endpoint.h"

namespace chinwag::admin {

QString Endpoint::label() const {
    const bool secure = url.scheme() == QLatin1String("https");
    const QString host = url.host().contains(u':') ? QString(u'[' + url.host() + u']') : url.host();
    QString text = secure ? QString(QLatin1String("https://") + host) : host;
    if (url.port() > 0)
        text += u':' + QString::number(url.port());
    return text + url.path();
}

} // namespace chinwag::admin
