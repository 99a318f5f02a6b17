// Waiting for what has to happen; how long it takes is no part of any test.
#pragma once

#include "support/Patience.h"

#include <QTest>

#include <functional>

namespace chinwag::test {

inline bool eventually(const std::function<bool()>& condition) {
    return QTest::qWaitFor(condition, patienceMilliseconds);
}

} // namespace chinwag::test
