#include "app/SystemdNotifier.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <sys/socket.h>
#include <systemd/sd-daemon.h>

namespace chinwag::app {

namespace {

void notify(const QByteArray& state) {
    // Nothing to do about a failure: systemd will notice by its own time-outs.
    sd_notify(0, state.constData());
}

QByteArray statusLine(const QString& status) {
    auto line = status;
    return "\nSTATUS=" + line.replace(QLatin1Char('\n'), QLatin1Char(' ')).toUtf8();
}

} // namespace

SystemdNotifier::SystemdNotifier(QObject* parent) : QObject(parent) {
    std::uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) <= 0)
        return;
    watchdog_ = new QTimer(this);
    // Twice in its time, as sd_watchdog_enabled(3) recommends.
    watchdog_->setInterval(std::chrono::milliseconds(std::max<std::uint64_t>(1, microseconds / 2'000)));
    connect(watchdog_, &QTimer::timeout, this, [] { notify("WATCHDOG=1"); });
}

void SystemdNotifier::ready(const QString& status) {
    notify("READY=1" + statusLine(status));
    if (watchdog_ != nullptr && !watchdog_->isActive())
        watchdog_->start();
}

void SystemdNotifier::reloading() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    const auto microseconds = static_cast<qlonglong>(now.tv_sec) * 1'000'000 + now.tv_nsec / 1'000;
    notify("RELOADING=1\nMONOTONIC_USEC=" + QByteArray::number(microseconds));
}

void SystemdNotifier::stopping(const QString& status) {
    notify("STOPPING=1" + statusLine(status));
}

std::variant<std::vector<int>, QString> SystemdNotifier::takeSockets() {
    const int count = sd_listen_fds(1);
    if (count < 0)
        return QStringLiteral("the sockets of the socket unit cannot be taken: %1")
            .arg(qt_error_string(-count));
    std::vector<int> sockets;
    for (int fd = SD_LISTEN_FDS_START; fd < SD_LISTEN_FDS_START + count; ++fd) {
        if (sd_is_socket_inet(fd, AF_UNSPEC, SOCK_STREAM, 1, 0) <= 0)
            return QStringLiteral("descriptor %1 of the socket unit is not a listening TCP socket").arg(fd);
        sockets.push_back(fd);
    }
    return sockets;
}

} // namespace chinwag::app
