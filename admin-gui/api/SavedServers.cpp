#include "api/SavedServers.h"

#include <QSettings>

namespace chinwag::admin {

namespace {

constexpr qsizetype mostKept = 20;
constexpr QLatin1String group("servers");

} // namespace

SavedServers::SavedServers(QSettings& settings) : settings_(settings) {
    const int size = settings_.beginReadArray(group);
    for (int i = 0; i < size; ++i) {
        settings_.setArrayIndex(i);
        Endpoint endpoint;
        endpoint.url = QUrl(settings_.value(QStringLiteral("url")).toString(), QUrl::StrictMode);
        endpoint.operatorName = settings_.value(QStringLiteral("operator")).toString();
        endpoint.pin = QByteArray::fromHex(settings_.value(QStringLiteral("pin")).toByteArray());
        if (endpoint.url.isValid() && !endpoint.url.host().isEmpty())
            servers_.append(endpoint);
    }
    settings_.endArray();
}

void SavedServers::use(const Endpoint& endpoint) {
    servers_.removeIf([&](const Endpoint& known) {
        return known.url == endpoint.url && known.operatorName == endpoint.operatorName;
    });
    Endpoint kept = endpoint;
    kept.password.clear();
    kept.code.clear();
    servers_.prepend(kept);
    if (servers_.size() > mostKept)
        servers_.resize(mostKept);
    save();
}

void SavedServers::remove(qsizetype index) {
    if (index < 0 || index >= servers_.size())
        return;
    servers_.removeAt(index);
    save();
}

void SavedServers::save() {
    settings_.remove(group);
    settings_.beginWriteArray(group, static_cast<int>(servers_.size()));
    for (qsizetype i = 0; i < servers_.size(); ++i) {
        settings_.setArrayIndex(static_cast<int>(i));
        settings_.setValue(QStringLiteral("url"), servers_[i].url.toString());
        settings_.setValue(QStringLiteral("operator"), servers_[i].operatorName);
        settings_.setValue(QStringLiteral("pin"), servers_[i].pin.toHex());
    }
    settings_.endArray();
}

} // namespace chinwag::admin
