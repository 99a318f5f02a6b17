// Somebody with a window of their own, on a server under test.
#pragma once

#include "support/ServerProcess.h"
#include "support/Ui.h"

#include <QSettings>

#include <memory>

namespace chinwag::test {

class Chatter {
public:
    /// Without `settings` nothing outlives it. When a connection ends, the next attempt is made by hand.
    explicit Chatter(std::unique_ptr<QSettings> settings = nullptr);

    /// Of a server that takes the tokens below.
    static ServerProcess::Options takingTokens();
    static bool startWithTokens(ServerProcess& server) { return server.start(takingTokens()); }
    /// One that such a server takes; staff may look after rooms.
    static QString tokenOf(const QString& user, bool staff = false);

    /// Into the room hall-4, with a token when there is a `user` and as Robin otherwise.
    bool enter(const ServerProcess& server, const QString& user = {}, bool staff = false);
    /// The same, without waiting for what becomes of it.
    bool setOut(const ServerProcess& server, const QString& user = {}, bool staff = false);
    bool isOnline();
    /// Another room, until it is open.
    bool join(const QString& name);

    models::ChatController& chat() { return ui_.chat(); }
    /// The one that is shown.
    models::Room& room() { return ui_.room(); }
    /// Nothing when there is no such room in the list.
    models::Room* room(const QString& channel);
    Ui& ui() { return ui_; }

    bool hears(const QString& channel, const QString& text);
    bool hasSentAll();
    /// What was said there, oldest first.
    QStringList texts(const QString& channel);

private:
    Ui ui_;
};

} // namespace chinwag::test
