#include "app/Interruption.h"

#include <array>
#include <csignal>

namespace chinwag::app {

namespace {

constexpr std::array ways{SIGINT, SIGTERM, SIGHUP};

volatile std::sig_atomic_t interrupted = 0;

extern "C" void noteInterruption(int /*number*/) {
    interrupted = 1;
}

} // namespace

Interruption::Interruption() {
    interrupted = 0;
    struct sigaction action {};
    action.sa_handler = noteInterruption;
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    for (const int way : ways) {
        struct sigaction before {};
        if (::sigaction(way, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
            ::sigaction(way, &action, nullptr);
    }
}

Interruption::~Interruption() {
    for (const int way : ways) {
        struct sigaction now {};
        if (::sigaction(way, nullptr, &now) == 0 && now.sa_handler == noteInterruption)
            static_cast<void>(std::signal(way, SIG_DFL));
    }
}

bool Interruption::requested() {
    return interrupted != 0;
}

} // namespace chinwag::app
