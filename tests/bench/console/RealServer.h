// A real server with real clients, which have nothing to say, and an operator who looks at them.
#pragma once

#include "Place.h"
#include "support/OperatorApi.h"
#include "support/ServerProcess.h"

#include <QProcess>
#include <QTemporaryDir>

#include <optional>
#include <string>

namespace chinwag::bench {

class RealServer {
public:
    RealServer() = default;
    ~RealServer();
    RealServer(const RealServer&) = delete;
    RealServer& operator=(const RealServer&) = delete;

    /// Returns when all of them are connected. False, and complains, when they are not.
    bool start(int connections);
    /// What it says to GET `path`; nothing when it refused.
    std::optional<QJsonObject> get(const std::string& path) const;
    Place place() const;

private:
    bool waitForAll(int connections);

    QTemporaryDir data_;
    test::ServerProcess server_;
    test::OperatorApi api_{server_};
    QProcess clients_;
};

/// Reports how long the operator API of such a server takes, over its socket.
bool measureRealServer(const RealServer& server, int connections);

} // namespace chinwag::bench
