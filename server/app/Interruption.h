// Whether somebody wants a command to end before it is done.
#pragma once

namespace chinwag::app {

/// While it lives, SIGINT, SIGTERM and SIGHUP only say so; a second one ends the program at once. What is
/// ignored stays ignored. There can be one.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    static bool requested();
};

} // namespace chinwag::app
