// Where log-in tokens are kept when a person wants it. The port behind which the desktop's keychain is
// exchanged. Everything happens on the thread that made it.
#pragma once

#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>

namespace chinwag::models {

class TokenStore : public QObject {
    Q_OBJECT

public:
    using Found = std::function<void(const QString& token)>;
    using Kept = std::function<void(const QString& fault)>;

    using QObject::QObject;

    /// False until a keychain has answered; availableChanged() tells.
    virtual bool isAvailable() const = 0;
    /// Calls `found` with the token, or with an empty text when none is kept or it is not handed out, unless
    /// `context` has been destroyed by then. The keychain may ask its owner first, so it can take long.
    virtual void read(const QUrl& server, QObject* context, Found found) = 0;
    /// Calls `kept` in the same way; `fault` is for a person, and empty when it is kept.
    virtual void write(const QUrl& server, const QString& token, QObject* context, Kept kept) = 0;
    /// Likewise: `gone` is told of a fault when it is still there.
    virtual void remove(const QUrl& server, QObject* context, Kept gone) = 0;

Q_SIGNALS:
    void availableChanged();
};

} // namespace chinwag::models
