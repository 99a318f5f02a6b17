#include "support/OperatedServer.h"

#include "support/Wait.h"

namespace chinwag::test {

bool OperatedServer::start() {
    const QByteArray line = QByteArray(password.data()) + '\n';
    if (runAdmin(data.path(), QStringLiteral("add"), operatorName, line) != 0)
        return false;
    ServerProcess::Options options;
    options.arguments = {QStringLiteral("--data-dir"), data.path()};
    return server.start(options);
}

bool OperatedServer::logIn() {
    console.window.show();
    console.logIn(server.urls().value(0), operatorName, password);
    return console.isIn(admin::ServerLink::State::Online) && eventually([this] {
               return console.window.connectDialog() == nullptr && console.window.link().feed().isLive();
           });
}

} // namespace chinwag::test
