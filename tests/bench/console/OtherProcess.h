// A server with so many connections, in a process of its own: what it does must not hold up the windows of
// this one. It has a live feed.
#pragma once

#include "Place.h"

#include <QProcess>

namespace chinwag::bench {

class OtherProcess {
public:
    OtherProcess() = default;
    ~OtherProcess();
    OtherProcess(const OtherProcess&) = delete;
    OtherProcess& operator=(const OtherProcess&) = delete;

    /// Where it listens; without an address when it could not be started.
    Place start(int connections);

private:
    QProcess process_;
};

/// What the other process does: says where it listens, and serves until it is ended. Returns its exit code.
int serve(int connections);

} // namespace chinwag::bench
