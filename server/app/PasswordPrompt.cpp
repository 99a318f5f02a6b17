#include "app/PasswordPrompt.h"

#include <array>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <optional>
#include <termios.h>
#include <unistd.h>

namespace chinwag::app {

namespace {

// Ways to give up while asked. What was silenced stays so for the shell when the program just ends.
constexpr std::array givingUp{SIGHUP, SIGINT, SIGQUIT, SIGTERM};

termios beforeSilence{}; // what a signal handler can reach

extern "C" void restoreAndGo(int number) {
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &beforeSilence);
    // Delivered when this returns, with its default action: the handler is for one time.
    static_cast<void>(::raise(number));
}

// Switches the terminal's echo off for as long as it lives. There can be one.
class Silence {
public:
    Silence() : valid_(::tcgetattr(STDIN_FILENO, &beforeSilence) == 0) {
        if (!valid_)
            return;
        struct sigaction action {};
        action.sa_handler = restoreAndGo;
        action.sa_flags = static_cast<int>(SA_RESETHAND);
        for (std::size_t i = 0; i < givingUp.size(); ++i) {
            ::sigaction(givingUp[i], nullptr, &actions_[i]);
            if (actions_[i].sa_handler != SIG_IGN) // as nohup(1) has it
                ::sigaction(givingUp[i], &action, nullptr);
        }
        termios silent = beforeSilence;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        valid_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~Silence() {
        if (!valid_)
            return;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &beforeSilence);
        for (std::size_t i = 0; i < givingUp.size(); ++i)
            ::sigaction(givingUp[i], &actions_[i], nullptr);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

    bool isValid() const { return valid_; }

private:
    std::array<struct sigaction, givingUp.size()> actions_{};
    bool valid_;
};

// Longer than any password, so that one too long is seen to be, and an endless line ends.
constexpr std::size_t maxLine = 64 * 1024;

// A line of standard input without its end; nothing when there is none.
std::optional<std::string> readLine() {
    std::string line;
    int byte = std::getchar();
    if (byte == EOF)
        return std::nullopt;
    for (; byte != EOF && byte != '\n' && line.size() < maxLine; byte = std::getchar())
        line += static_cast<char>(byte);
    if (line.ends_with('\r'))
        line.pop_back();
    return line;
}

std::optional<std::string> askSilently(const char* question) {
    static_cast<void>(std::fputs(question, stderr));
    auto line = readLine();
    static_cast<void>(std::fputs("\n", stderr));
    return line;
}

} // namespace

std::variant<std::string, QString> askForPassword() {
    const auto missing = QStringLiteral("no password was given");
    if (::isatty(STDIN_FILENO) == 0) {
        const auto line = readLine();
        if (!line)
            return missing;
        return *line;
    }
    const Silence silence;
    if (!silence.isValid())
        return QStringLiteral("the terminal does not let its echo be switched off");
    const auto first = askSilently("Password: ");
    const auto second = first ? askSilently("Again: ") : std::nullopt;
    if (!second)
        return missing;
    if (*first != *second)
        return QStringLiteral("the two are not the same");
    return *first;
}

} // namespace chinwag::app
