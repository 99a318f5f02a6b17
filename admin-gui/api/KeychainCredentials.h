// Passwords in the desktop's keychain.
#pragma once

#include "api/Credentials.h"
#include "keychain/Keychain.h"

namespace chinwag::admin {

class KeychainCredentials : public Credentials {
    Q_OBJECT
public:
    explicit KeychainCredentials(QObject* parent = nullptr);

    bool isAvailable() const override { return keychain_.isAvailable(); }
    void read(const Endpoint& endpoint, QObject* context, Found found) override;
    void write(const Endpoint& endpoint) override;
    void remove(const Endpoint& endpoint) override;

private:
    keychain::Keychain keychain_;
};

} // namespace chinwag::admin
