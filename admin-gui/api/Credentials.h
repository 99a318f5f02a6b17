// Where passwords are kept when the user wants it: the desktop's keychain, or nowhere.
#pragma once

#include "api/Endpoint.h"

#include <QObject>

#include <functional>
#include <memory>

namespace chinwag::admin {

class Credentials : public QObject {
    Q_OBJECT
public:
    using Found = std::function<void(const QString& password)>;

    using QObject::QObject;

    /// False until a keychain has answered; availableChanged() tells.
    virtual bool isAvailable() const = 0;
    /// Calls `found` with the password, or with an empty text when none is kept, unless `context` has been
    /// destroyed by then.
    virtual void read(const Endpoint& endpoint, QObject* context, Found found) = 0;
    virtual void write(const Endpoint& endpoint) = 0;
    virtual void remove(const Endpoint& endpoint) = 0;

    /// What this build and this desktop have.
    static std::unique_ptr<Credentials> create();

Q_SIGNALS:
    void availableChanged();
    /// The keychain would not keep the password; `reason` is for a person.
    void writeFailed(const QString& reason);
    /// The password is still in the keychain; likewise.
    void removeFailed(const QString& reason);
};

/// Keeps nothing.
class NoCredentials : public Credentials {
    Q_OBJECT
public:
    using Credentials::Credentials;

    bool isAvailable() const override { return false; }
    void read(const Endpoint&, QObject*, Found found) override { found(QString()); }
    void write(const Endpoint&) override {}
    void remove(const Endpoint&) override {}
};

} // namespace chinwag::admin
