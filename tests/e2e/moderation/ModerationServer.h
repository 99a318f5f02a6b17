// A server with an operator who is logged in, and clients of both dialects.
#pragma once

#include "support/OperatorApi.h"
#include "support/ServerProcess.h"
#include "support/SigningKey.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>
#include <string>

namespace chinwag::test {

/// A client of the Centrifuge protocol, which says one thing after the other.
class CentrifugeProbe {
public:
    explicit CentrifugeProbe(WebSocketProbe socket) : socket_(std::move(socket)) {}

    /// Sends a command and waits for its reply; empty when the connection ended instead.
    QJsonObject ask(const QJsonObject& command);
    QJsonObject connect(const std::string& token, const QString& device = {});
    QJsonObject subscribe(const QString& channel);
    QJsonObject publish(const QString& channel, const QString& text);
    /// The data of the next publication in a channel.
    QJsonObject nextData();
    /// What it alone is told next.
    QJsonObject nextTold();
    /// How the connection ended.
    Event end();
    WebSocketProbe& socket() { return socket_; }

private:
    // The data of the next push of `kind`.
    QJsonObject nextOf(const QString& kind);
    // The next JSON object that is no ping; empty at the end, which is kept.
    QJsonObject next();

    WebSocketProbe socket_;
    QList<QByteArray> lines_;
    QList<QJsonObject> pushes_;
    Event end_;
    bool hasEnded_ = false;
    int lastId_ = 0;
};

class ModerationServer {
public:
    /// False when it does not start.
    bool start(const QStringList& arguments = {});
    /// Kills it as a power cut would, and starts it again.
    bool killAndRestart();

    OperatorApi& api() { return *api_; }
    ServerProcess& process() { return *server_; }
    QString file(const QString& name) const { return data_.filePath(name); }

    std::string token(const std::string& user, bool isStaff = false) const;
    /// The target of a user of the plain dialect.
    std::string plain(const std::string& user, const std::string& more = {}) const;
    CentrifugeProbe centrifuge() const;

private:
    bool logIn();

    QTemporaryDir data_;
    const SigningKey key_ = SigningKey::secret("a secret of at least thirty-two bytes");
    std::unique_ptr<ServerProcess> server_;
    std::unique_ptr<OperatorApi> api_;
};

} // namespace chinwag::test
