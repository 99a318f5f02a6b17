// Which log-in token goes with which server: those of this run of the program and, where a person wants it,
// those in the desktop's keychain. It fills in the form, and a token goes to no server but its own.
#pragma once

#include "models/ConnectForm.h"
#include "models/Preferences.h"
#include "models/TokenStore.h"
#include "sdk/Link.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QUrl>

#include <functional>

namespace chinwag::models {

class TokenMemory : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    TokenMemory(ConnectForm& form, Preferences& preferences, QObject* parent = nullptr);

    /// Where tokens outlive the program; nowhere without one. It outlives this, or is gone before.
    void setStore(TokenStore* store);

    /// Calls `done` once the form has the token that is kept for its server: at once where it has one, or
    /// none is kept. When the keychain does not hand it out the form says so, and `done` is not called; nor
    /// after a later fill() or cancel().
    void fill(std::function<void()> done);
    void cancel();

    /// One got in there.
    void onEntered(const sdk::Destination& destination);
    /// The server does not know the token, or not any more: it is not tried again by itself.
    void onRefused(const sdk::Destination& destination);

    /// One was somewhere with a token that is gone, and would not come back as the same one.
    bool hasLostToken() const;

Q_SIGNALS:
    /// The keychain did not do what it should, as a sentence.
    void told(const QString& sentence);

private:
    void followAddress();
    void showStore();
    void prune();
    void keep(const QUrl& server, const QString& token);
    void forget(const QUrl& server);
    void onRead(const QUrl& server, const QString& token, const std::function<void()>& done);
    QStringList stored() const;
    bool isStored(const QUrl& server) const;
    void setStored(const QUrl& server, bool is);
    bool isKept(const QUrl& server) const;

    ConnectForm& form_;
    Preferences& preferences_;
    QPointer<TokenStore> store_;
    QHash<QUrl, QString> tokens_; ///< of this run, by their servers
    QUrl server_;                 ///< that the form leads to
    QUrl tokenServer_;            ///< whose token the form has, as far as that is known
    int question_ = 0;
};

} // namespace chinwag::models
