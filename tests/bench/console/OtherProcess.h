// A server with so many connections, in a process of its own: what it does must not hold up the windows of
// this one.
#pragma once

#include <QProcess>
#include <QUrl>

namespace chinwag::bench {

class OtherProcess {
public:
    ~OtherProcess();

    /// Where it listens; not valid when it could not be started.
    QUrl start(int connections);

private:
    QProcess process_;
};

/// What the other process does: says where it listens, and serves until it is ended. Returns its exit code.
int serve(int connections);

} // namespace chinwag::bench
