// The socket on which systemd hears from a service (sd_notify(3)): tells tests when something is done.
#pragma once

#include <QString>
#include <QTemporaryDir>

#include <string_view>

namespace chinwag::test {

class NotifySocket {
public:
    NotifySocket();
    ~NotifySocket();
    NotifySocket(const NotifySocket&) = delete;
    NotifySocket& operator=(const NotifySocket&) = delete;

    bool isValid() const { return valid_; }
    /// For the environment variable NOTIFY_SOCKET.
    QString path() const { return directory_.filePath(QStringLiteral("notify")); }
    /// Waits for the next message with line `assignment` (`READY=1`); those before it are passed over.
    bool waitFor(std::string_view assignment);

private:
    QTemporaryDir directory_;
    int descriptor_;
    bool valid_ = false;
};

} // namespace chinwag::test
