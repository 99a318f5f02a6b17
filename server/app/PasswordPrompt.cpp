#include "app/PasswordPrompt.h"

#include <array>
#include <cstdio>
#include <optional>
#include <termios.h>
#include <unistd.h>

namespace chinwag::app {

namespace {

// Switches the terminal's echo off for as long as it lives.
class Silence {
public:
    Silence() : valid_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
        if (!valid_)
            return;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        valid_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~Silence() {
        if (valid_)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

    bool isValid() const { return valid_; }

private:
    termios before_{};
    bool valid_;
};

// A line of standard input without its end; nothing when there is none.
std::optional<std::string> readLine() {
    std::string line;
    int byte = std::getchar();
    if (byte == EOF)
        return std::nullopt;
    for (; byte != EOF && byte != '\n'; byte = std::getchar())
        line += static_cast<char>(byte);
    if (line.ends_with('\r'))
        line.pop_back();
    return line;
}

std::optional<std::string> askSilently(const char* question) {
    std::fputs(question, stderr);
    const auto line = readLine();
    std::fputs("\n", stderr);
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
