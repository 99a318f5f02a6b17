// A keychain in memory, which does as a test says.
#pragma once

#include "models/TokenStore.h"

#include <QHash>

#include <functional>
#include <utility>

namespace chinwag::test {

class FakeTokenStore : public models::TokenStore {
public:
    bool isAvailable() const override { return available_; }
    void read(const QUrl& server, QObject* /*context*/, Found found) override {
        ++reads;
        if (asksItsOwner)
            answer = [this, server, found = std::move(found)] { found(tokens.value(server)); };
        else
            found(tokens.value(server));
    }
    void write(const QUrl& server, const QString& token, QObject* /*context*/, Kept kept) override {
        ++writes;
        if (fault.isEmpty())
            tokens.insert(server, token);
        kept(fault);
    }
    void remove(const QUrl& server, QObject* /*context*/, Kept gone) override {
        if (fault.isEmpty())
            tokens.remove(server);
        gone(fault);
    }

    void setAvailable(bool available) {
        available_ = available;
        Q_EMIT availableChanged();
    }

    QHash<QUrl, QString> tokens;
    QString fault;                ///< why it keeps nothing, and gives nothing up
    bool asksItsOwner = false;    ///< and answers a read by `answer`
    std::function<void()> answer; ///< nothing until it was asked
    int reads = 0;
    int writes = 0;

private:
    bool available_ = true;
};

} // namespace chinwag::test
