// What tests of the client on a link that does what the test says have in common.
#pragma once

#include "support/ScriptedLink.h"
#include "support/Wait.h"

#include <QSignalSpy>
#include <QTest>

namespace chinwag::test {

inline const QString lobby = QStringLiteral("chat:lobby");
inline const QString kitchen = QStringLiteral("chat:kitchen");

inline sdk::Destination somewhere(const char* host = "localhost") {
    return {QUrl(QStringLiteral("ws://%1:8000").arg(QLatin1String(host))), QStringLiteral("Robin")};
}

inline sdk::Backoff waiting(std::chrono::milliseconds time) {
    return {sdk::Backoff::Span{time, time, time}, [] { return 0.0; }};
}

// One that never gets to its next attempt within a test, and one that does at once.
inline sdk::Backoff slow() {
    return waiting(std::chrono::hours(1));
}
inline sdk::Backoff quick() {
    return waiting(std::chrono::milliseconds(1));
}

} // namespace chinwag::test
