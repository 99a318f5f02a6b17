#include "app/SignalWatcher.h"

#include <QSocketNotifier>

#include <cerrno>
#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace chinwag::app {

namespace {

QString systemError(const char* what, int code) {
    return QStringLiteral("%1: %2").arg(QLatin1String(what), qt_error_string(code));
}

} // namespace

SignalWatcher::SignalWatcher(QObject* parent) : QObject(parent) {}

SignalWatcher::~SignalWatcher() {
    // Its notifier must not outlive the descriptor.
    notifier_.reset();
    if (descriptor_ >= 0)
        close(descriptor_);
}

std::optional<QString> SignalWatcher::install() {
    if (std::signal(SIGPIPE, SIG_IGN) == SIG_ERR)
        return systemError("cannot ignore SIGPIPE", errno);
    sigset_t watched;
    sigemptyset(&watched);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&watched, signal);
    if (const int code = pthread_sigmask(SIG_BLOCK, &watched, nullptr); code != 0)
        return systemError("cannot block signals", code);
    descriptor_ = signalfd(-1, &watched, SFD_NONBLOCK | SFD_CLOEXEC);
    if (descriptor_ < 0)
        return systemError("cannot watch signals", errno);
    notifier_ = std::make_unique<QSocketNotifier>(descriptor_, QSocketNotifier::Read);
    connect(notifier_.get(), &QSocketNotifier::activated, this, &SignalWatcher::readSignals);
    return std::nullopt;
}

void SignalWatcher::readSignals() {
    signalfd_siginfo info{};
    while (read(descriptor_, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        if (info.ssi_signo == SIGHUP)
            Q_EMIT reloadRequested();
        else
            Q_EMIT terminateRequested();
    }
}

} // namespace chinwag::app
