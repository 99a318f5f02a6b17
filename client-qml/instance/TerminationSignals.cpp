#include "instance/TerminationSignals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace chinwag::instance {

namespace {

// A handler may do little more than write; and it is a function, so that what it writes to is no member.
// Signals are not blocked instead, since the programs that this one starts would inherit that.
std::array<int, 2> ends{-1, -1};
constexpr std::array watched{SIGTERM, SIGINT, SIGHUP};

void onSignal(int /*signal*/) {
    const int before = errno;
    const char any = 0;
    // Where the pipe is full, the end has been asked for already.
    [[maybe_unused]] const ssize_t written = write(ends[1], &any, 1);
    errno = before;
}

} // namespace

TerminationSignals::TerminationSignals(QObject* parent) : QObject(parent) {
    if (!install())
        qWarning("Told to end, this program ends at once: %s", qUtf8Printable(qt_error_string(errno)));
}

TerminationSignals::~TerminationSignals() {
    if (!notifier_)
        return;
    for (const int signal : watched)
        std::signal(signal, SIG_DFL);
    notifier_.reset(); // must not outlive the descriptor
    for (int& end : ends) {
        close(end);
        end = -1;
    }
}

bool TerminationSignals::install() {
    if (pipe2(ends.data(), O_NONBLOCK | O_CLOEXEC) != 0)
        return false;
    notifier_ = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    connect(notifier_.get(), &QSocketNotifier::activated, this, [this] {
        notifier_->setEnabled(false);
        QCoreApplication::exit(EXIT_SUCCESS);
    });
    for (const int signal : watched) {
        if (std::signal(signal, onSignal) == SIG_ERR)
            return false;
    }
    return true;
}

} // namespace chinwag::instance
