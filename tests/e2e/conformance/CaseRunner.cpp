#include "conformance/CaseRunner.h"

namespace chinwag::test {

namespace {

QString describe(const Event& event) {
    return QString::fromStdString(event.describe());
}

bool matches(const Event& expected, const Event& actual) {
    if (expected.kind != Event::Kind::Close || actual.kind != Event::Kind::Close)
        return expected == actual;
    // A close without a code may be answered without one or with 1000.
    return expected.code == actual.code || (expected.code == 0 && actual.code == 1000);
}

QString finishHealthy(WebSocketProbe& probe) {
    probe.send(close(1000));
    const Event answer = probe.next();
    if (!matches(closeEvent(1000), answer))
        return QStringLiteral("the closing handshake was answered with ") + describe(answer);
    const Event end = probe.next();
    if (end.kind == Event::Kind::End)
        return {};
    return QStringLiteral("after the closing handshake came ") + describe(end);
}

QString finishClosed(const Case& testCase, const Event& closing, WebSocketProbe& probe) {
    if (!testCase.clientCloses)
        probe.send(close(closing.code)); // may come too late: the server need not wait for it
    const Event end = probe.next();
    if (end.isEnd())
        return {};
    return QStringLiteral("after the close came ") + describe(end);
}

} // namespace

QString play(const Case& testCase, WebSocketProbe& probe) {
    for (const Event& expected : testCase.expect) {
        const Event actual = probe.next();
        if (!matches(expected, actual))
            return QStringLiteral("expected %1, got %2").arg(describe(expected), describe(actual));
        if (actual.kind == Event::Kind::Close)
            return finishClosed(testCase, actual, probe);
    }
    return finishHealthy(probe);
}

} // namespace chinwag::test
