#include "api/KeychainCredentials.h"

#include <utility>

namespace chinwag::admin {

namespace {

QString keyOf(const Endpoint& endpoint) {
    return endpoint.operatorName + u'@' + endpoint.url.toString();
}

} // namespace

KeychainCredentials::KeychainCredentials(QObject* parent)
    : Credentials(parent), keychain_(QStringLiteral("chinwag-admin")) {
    connect(&keychain_, &keychain::Keychain::availableChanged, this, &Credentials::availableChanged);
}

void KeychainCredentials::read(const Endpoint& endpoint, QObject* context, Found found) {
    keychain_.read(keyOf(endpoint), context, std::move(found));
}

void KeychainCredentials::write(const Endpoint& endpoint) {
    keychain_.write(keyOf(endpoint), endpoint.password, this, [this](const std::optional<QString>& fault) {
        if (fault)
            Q_EMIT writeFailed(*fault);
    });
}

void KeychainCredentials::remove(const Endpoint& endpoint) {
    // Where there is none, there is nothing in it.
    if (!isAvailable())
        return;
    keychain_.remove(keyOf(endpoint), this, [this](const std::optional<QString>& fault) {
        if (fault)
            Q_EMIT removeFailed(*fault);
    });
}

std::unique_ptr<Credentials> Credentials::create() {
    return std::make_unique<KeychainCredentials>();
}

} // namespace chinwag::admin
