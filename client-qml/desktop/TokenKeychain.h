// Log-in tokens in the desktop's keychain.
#pragma once

#include "keychain/Keychain.h"
#include "models/TokenStore.h"

namespace chinwag::desktop {

class TokenKeychain : public models::TokenStore {
    Q_OBJECT

public:
    explicit TokenKeychain(QObject* parent = nullptr);

    bool isAvailable() const override { return keychain_.isAvailable(); }
    void read(const QUrl& server, QObject* context, Found found) override;
    void write(const QUrl& server, const QString& token, QObject* context, Kept kept) override;
    void remove(const QUrl& server, QObject* context, Kept gone) override;

private:
    keychain::Keychain keychain_;
};

} // namespace chinwag::desktop
