// Passwords in the desktop's keychain, through QtKeychain.
#pragma once

#include "api/Credentials.h"

namespace QKeychain { // NOLINT(readability-identifier-naming): the library's
class Job;
}

namespace chinwag::admin {

class KeychainCredentials : public Credentials {
    Q_OBJECT
public:
    /// Asks the keychain for something that is not in it, to learn whether there is one.
    explicit KeychainCredentials(QObject* parent = nullptr);

    bool isAvailable() const override { return available_; }
    void read(const Endpoint& endpoint, QObject* context, Found found) override;
    void write(const Endpoint& endpoint) override;
    void remove(const Endpoint& endpoint) override;

private:
    void probed(const QKeychain::Job& job);

    bool available_ = false;
};

} // namespace chinwag::admin
