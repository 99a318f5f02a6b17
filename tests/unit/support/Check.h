// Checks for the tests that do without Qt: a failed one says what and where, and ends the program.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <source_location>

namespace chinwag::test {

inline void check(bool holds, const char* what,
                  std::source_location where = std::source_location::current()) {
    if (holds)
        return;
    std::fprintf(stderr, "%s:%u: not so: %s\n", where.file_name(), static_cast<unsigned>(where.line()), what);
    std::abort();
}

} // namespace chinwag::test
