#include "models/TokenMemory.h"

#include "sdk/Endpoint.h"

#include <algorithm>
#include <utility>

namespace chinwag::models {

namespace {

const QString storedKey = QStringLiteral("token_servers");
const QString usedKey = QStringLiteral("token_used");

QUrl serverOf(const QString& address) {
    return sdk::Endpoint::parse(address).server;
}

} // namespace

TokenMemory::TokenMemory(ConnectForm& form, Preferences& preferences, QObject* parent)
    : QObject(parent), form_(form), preferences_(preferences) {
    connect(&form_, &ConnectForm::changed, this, &TokenMemory::followAddress);
    connect(&preferences_, &Preferences::recentServersChanged, this, &TokenMemory::prune);
}

void TokenMemory::setStore(TokenStore* store) {
    if (store_)
        store_->disconnect(this);
    store_ = store;
    if (store_)
        connect(store_, &TokenStore::availableChanged, this, &TokenMemory::showStore);
    showStore();
}

void TokenMemory::showStore() {
    form_.setCanRemember(store_ && store_->isAvailable());
    form_.setTokenKept(isKept(server_));
    form_.setRemembersToken(isStored(server_));
}

void TokenMemory::followAddress() {
    const QUrl server = serverOf(form_.address());
    if (std::exchange(server_, server) == server)
        return;
    if (!tokenServer_.isEmpty() && tokenServer_ != server) {
        tokenServer_.clear();
        form_.setToken({});
    }
    showStore();
}

// --- on the way in ---

void TokenMemory::fill(std::function<void()> done) {
    cancel();
    const bool hasToken = !form_.token().isEmpty() || !sdk::Endpoint::parse(form_.address()).token.isEmpty();
    if (hasToken || !form_.isTokenKept()) {
        done();
        return;
    }
    const auto known = tokens_.constFind(server_);
    if (known != tokens_.cend()) {
        onRead(server_, *known, done);
        return;
    }
    form_.setWaiting(true);
    store_->read(
        server_, this,
        [this, question = question_, server = server_, done = std::move(done)](const QString& token) {
            if (question != question_)
                return;
            form_.setWaiting(false);
            onRead(server, token, done);
        });
}

void TokenMemory::cancel() {
    ++question_;
    form_.setWaiting(false);
}

void TokenMemory::onRead(const QUrl& server, const QString& token, const std::function<void()>& done) {
    if (token.isEmpty()) {
        form_.setTokenKept(false);
        form_.setTokenFault(tr("The keychain does not hand out the log-in token of this server."));
        return;
    }
    tokens_.insert(server, token);
    form_.setToken(token);
    tokenServer_ = server;
    done();
}

// --- what became of it ---

void TokenMemory::onEntered(const sdk::Destination& destination) {
    const QUrl& server = destination.server;
    preferences_.setValue(usedKey, !destination.token.isEmpty());
    if (!destination.token.isEmpty()) {
        const QString before = std::exchange(tokens_[server], destination.token);
        tokenServer_ = server;
        if (form_.remembersToken() && server == server_ && (before != destination.token || !isStored(server)))
            keep(server, destination.token);
    }
    if (!form_.remembersToken() && server == server_)
        setStored(server, false);
    form_.setTokenKept(isKept(server_));
}

void TokenMemory::keep(const QUrl& server, const QString& token) {
    if (!store_)
        return;
    store_->write(server, token, this, [this, server](const QString& fault) {
        setStored(server, fault.isEmpty());
        if (fault.isEmpty())
            return;
        if (server == server_)
            form_.setRemembersToken(false); // or it would be tried with each connection
        Q_EMIT told(tr("The keychain has not kept your log-in token: %1").arg(fault));
    });
}

void TokenMemory::onRefused(const sdk::Destination& destination) {
    const bool wasKept = !destination.token.isEmpty() && isKept(destination.server);
    if (!wasKept)
        return;
    forget(destination.server);
    if (form_.token() == destination.token)
        form_.setToken({});
}

void TokenMemory::forget(const QUrl& server) {
    tokens_.remove(server);
    setStored(server, false);
    form_.setTokenKept(isKept(server_));
}

// With its server, a token is forgotten.
void TokenMemory::prune() {
    const QStringList addresses = preferences_.recentServers();
    const auto isRecent = [&](const QUrl& server) {
        return std::any_of(addresses.begin(), addresses.end(),
                           [&](const QString& address) { return serverOf(address) == server; });
    };
    const QStringList servers = stored();
    for (const QString& server : servers) {
        if (!isRecent(QUrl(server)))
            forget(QUrl(server));
    }
    const QList<QUrl> known = tokens_.keys();
    for (const QUrl& server : known) {
        if (!isRecent(server))
            forget(server);
    }
}

bool TokenMemory::hasLostToken() const {
    return preferences_.value(usedKey).toBool() && form_.token().isEmpty() && !form_.isTokenKept();
}

// --- which servers have one in the keychain ---

QStringList TokenMemory::stored() const {
    return preferences_.value(storedKey).toStringList();
}

bool TokenMemory::isStored(const QUrl& server) const {
    return stored().contains(server.toString());
}

void TokenMemory::setStored(const QUrl& server, bool is) {
    if (is == isStored(server))
        return;
    QStringList servers = stored();
    if (is)
        servers.append(server.toString());
    else
        servers.removeAll(server.toString());
    preferences_.setValue(storedKey, servers);
    if (is || !store_)
        return;
    store_->remove(server, this, [this](const QString& fault) {
        if (!fault.isEmpty())
            Q_EMIT told(tr("Your log-in token is still in the keychain: %1").arg(fault));
    });
}

bool TokenMemory::isKept(const QUrl& server) const {
    return tokens_.contains(server) || (store_ && isStored(server));
}

} // namespace chinwag::models
