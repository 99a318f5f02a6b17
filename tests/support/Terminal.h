// A program that a person sits in front of.
#pragma once

#include "support/Patience.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <csignal>
#include <vector>

#include <poll.h>
#include <pty.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

namespace chinwag::test {

/// The program at a terminal of its own, and the person in front of it.
class Terminal {
public:
    /// `program` with `arguments`, in the test's own environment.
    Terminal(const QString& program, const QStringList& arguments)
        : child_(start(program, arguments, descriptor_)) {}

    ~Terminal() {
        if (child_ > 0) {
            ::kill(child_, SIGKILL);
            ::waitpid(child_, nullptr, 0);
        }
        if (descriptor_ >= 0)
            ::close(descriptor_);
    }

    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    /// Waits until `text` is on the screen, behind what was waited for before.
    bool shows(const QByteArray& text) {
        const auto deadline = soon();
        qsizetype found = -1;
        while ((found = screen_.indexOf(text, seen_)) < 0) {
            if (!readMore(deadline))
                return false;
        }
        seen_ = found + text.size();
        return true;
    }

    bool type(const QByteArray& keys) {
        return ::write(descriptor_, keys.constData(), static_cast<std::size_t>(keys.size())) == keys.size();
    }

    bool echoes() const {
        termios state{};
        return ::tcgetattr(descriptor_, &state) == 0 && (state.c_lflag & static_cast<tcflag_t>(ECHO)) != 0;
    }

    /// Waits for the program's end. Its exit code, or minus the signal that ended it.
    int finish() {
        const auto deadline = soon();
        while (readMore(deadline)) {
        }
        int status = 0;
        if (::waitpid(child_, &status, 0) != child_)
            return -1;
        child_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

    /// All that was on the screen so far.
    const QByteArray& screen() const { return screen_; }

private:
    /// The process, and through `descriptor` the other end of its terminal.
    static pid_t start(const QString& program, const QStringList& arguments, int& descriptor) {
        std::vector<QByteArray> words{program.toLocal8Bit()};
        words.reserve(static_cast<std::size_t>(arguments.size()) + 1);
        for (const auto& argument : arguments)
            words.push_back(argument.toLocal8Bit());
        std::vector<char*> pointers(words.size() + 1); // the last stays null
        std::transform(words.begin(), words.end(), pointers.begin(),
                       [](QByteArray& word) { return word.data(); });
        const auto child = ::forkpty(&descriptor, nullptr, nullptr, nullptr);
        if (child == 0) {
            const rlimit noCore{0, 0};
            ::setrlimit(RLIMIT_CORE, &noCore);
            ::execv(pointers.front(), pointers.data());
            ::_exit(127);
        }
        return child;
    }

    /// False when nothing came in time, or the program has let go of the terminal.
    bool readMore(const QDeadlineTimer& deadline) {
        pollfd event{descriptor_, POLLIN, 0};
        if (::poll(&event, 1, static_cast<int>(deadline.remainingTime())) != 1)
            return false;
        QByteArray buffer(4096, '\0');
        const auto size = ::read(descriptor_, buffer.data(), static_cast<std::size_t>(buffer.size()));
        if (size <= 0)
            return false;
        screen_ += buffer.first(size);
        return true;
    }

    int descriptor_ = -1;
    pid_t child_;
    QByteArray screen_;
    qsizetype seen_ = 0;
};

} // namespace chinwag::test
