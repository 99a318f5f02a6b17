// Checks for the tests that do without Qt: a failed one says what and where, and ends the program.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace chinwag::test {

inline void check(bool holds, const char* what, const char* file = __builtin_FILE(),
                  int line = __builtin_LINE()) {
    if (holds)
        return;
    static_cast<void>(std::fprintf(stderr, "%s:%d: not so: %s\n", file, line, what));
    std::abort();
}

} // namespace chinwag::test
