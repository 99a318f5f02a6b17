#include "desktop/TokenKeychain.h"

#include "desktop/DesktopTokens.h"

#include <utility>

namespace chinwag::desktop {

TokenKeychain::TokenKeychain(QObject* parent) : TokenStore(parent), keychain_(QStringLiteral("chinwag")) {
    connect(&keychain_, &keychain::Keychain::availableChanged, this, &TokenStore::availableChanged);
}

void TokenKeychain::read(const QUrl& server, QObject* context, Found found) {
    keychain_.read(server.toString(), context, std::move(found));
}

void TokenKeychain::write(const QUrl& server, const QString& token, QObject* context, Kept kept) {
    keychain_.write(
        server.toString(), token, context,
        [kept = std::move(kept)](const std::optional<QString>& fault) { kept(fault.value_or(QString())); });
}

void TokenKeychain::remove(const QUrl& server) {
    keychain_.remove(server.toString());
}

std::unique_ptr<models::TokenStore> makeTokenStore() {
    return std::make_unique<TokenKeychain>();
}

} // namespace chinwag::desktop
