// How long a test waits for something that must happen. It is never reached when all is well.
#pragma once

#include <QDeadlineTimer>

#include <chrono>

namespace chinwag::test {

inline constexpr std::chrono::seconds patience{20};

/// The same for functions of QTest that take an int.
inline constexpr int patienceMilliseconds = 20'000;
static_assert(patience == std::chrono::milliseconds(patienceMilliseconds));

inline QDeadlineTimer soon() {
    return {patience};
}

} // namespace chinwag::test
