#include "conformance/CaseRunner.h"

namespace chinwag::test {

namespace {

bool matches(const Event& expected, const Event& actual) {
    if (expected.kind != Event::Kind::Close || actual.kind != Event::Kind::Close)
        return expected == actual;
    // A close without a code may be answered without one or with 1000.
    return expected.code == actual.code || (expected.code == 0 && actual.code == 1000);
}

std::string finishHealthy(WebSocketProbe& probe) {
    probe.send(close(1000));
    const Event answer = probe.next();
    if (!matches(closeEvent(1000), answer))
        return "the closing handshake was answered with " + answer.describe();
    const Event end = probe.next();
    return end.kind == Event::Kind::End ? std::string()
                                        : "after the closing handshake came " + end.describe();
}

std::string finishClosed(const Case& testCase, const Event& closing, WebSocketProbe& probe) {
    if (!testCase.clientCloses)
        probe.send(close(closing.code)); // may come too late: the server need not wait for it
    const Event end = probe.next();
    return end.isEnd() ? std::string() : "after the close came " + end.describe();
}

} // namespace

std::string play(const Case& testCase, WebSocketProbe& probe) {
    for (const Event& expected : testCase.expect) {
        const Event actual = probe.next();
        if (!matches(expected, actual))
            return "expected " + expected.describe() + ", got " + actual.describe();
        if (actual.kind == Event::Kind::Close)
            return finishClosed(testCase, actual, probe);
    }
    return finishHealthy(probe);
}

} // namespace chinwag::test
