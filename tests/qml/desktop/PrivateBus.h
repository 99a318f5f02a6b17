// A session bus for one test, which meets nothing of the machine's own.
#pragma once

#include <QProcess>
#include <QString>

namespace chinwag::test {

class PrivateBus {
public:
    /// Starts it and makes it this process's session bus. Before anything asks
    /// for one.
    PrivateBus();
    ~PrivateBus();
    PrivateBus(const PrivateBus&) = delete;
    PrivateBus& operator=(const PrivateBus&) = delete;

    /// Empty when it did not start.
    const QString& address() const { return address_; }

private:
    QProcess daemon_;
    QString address_;
};

} // namespace chinwag::test
