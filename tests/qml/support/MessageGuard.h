// Remembers what Qt complains of, so that a test can fail on it: QML reports its mistakes in no other way.
#pragma once

#include <QStringList>

namespace chinwag::test {

class MessageGuard {
public:
    MessageGuard();
    ~MessageGuard();
    MessageGuard(const MessageGuard&) = delete;
    MessageGuard& operator=(const MessageGuard&) = delete;

    /// The warnings and errors since the last time, without those that the machine is to blame for.
    static QStringList take();
};

} // namespace chinwag::test
