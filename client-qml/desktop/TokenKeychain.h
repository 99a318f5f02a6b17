// Log-in tokens in the desktop's keychain, through QtKeychain.
#pragma once

#include "models/TokenStore.h"

namespace QKeychain { // NOLINT(readability-identifier-naming): the library's
class Job;
}

namespace chinwag::desktop {

class TokenKeychain : public models::TokenStore {
    Q_OBJECT

public:
    /// Asks the keychain for something that is not in it, to learn whether there is one.
    explicit TokenKeychain(QObject* parent = nullptr);

    bool isAvailable() const override { return available_; }
    void read(const QUrl& server, QObject* context, Found found) override;
    void write(const QUrl& server, const QString& token, QObject* context, Kept kept) override;
    void remove(const QUrl& server) override;

private:
    void onProbed(const QKeychain::Job& job);

    bool available_ = false;
};

} // namespace chinwag::desktop
