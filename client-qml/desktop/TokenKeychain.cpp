#include "desktop/TokenKeychain.h"

#include "desktop/DesktopTokens.h"

#include <utility>

namespace chinwag::desktop {

namespace {

keychain::Keychain::Kept telling(models::TokenStore::Kept told) {
    return [told = std::move(told)](const std::optional<QString>& fault) { told(fault.value_or(QString())); };
}

} // namespace

TokenKeychain::TokenKeychain(QObject* parent) : TokenStore(parent), keychain_(QStringLiteral("chinwag")) {
    connect(&keychain_, &keychain::Keychain::availableChanged, this, &TokenStore::availableChanged);
}

void TokenKeychain::read(const QUrl& server, QObject* context, Found found) {
    keychain_.read(server.toString(), context, std::move(found));
}

void TokenKeychain::write(const QUrl& server, const QString& token, QObject* context, Kept kept) {
    keychain_.write(server.toString(), token, context, telling(std::move(kept)));
}

void TokenKeychain::remove(const QUrl& server, QObject* context, Kept gone) {
    keychain_.remove(server.toString(), context, telling(std::move(gone)));
}

std::unique_ptr<models::TokenStore> makeTokenStore() {
    return std::make_unique<TokenKeychain>();
}

} // namespace chinwag::desktop
