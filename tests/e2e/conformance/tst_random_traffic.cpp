// A seeded random run: what an echo answers to random valid traffic, cut anywhere, equals a model's answer.
#include "conformance/CaseRunner.h"
#include "conformance/RandomTraffic.h"
#include "support/ServerProcess.h"

#include <QTest>

namespace chinwag::test {

class RandomTrafficTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(echo_.start()); }
    void answersAsTheModel_data();
    void answersAsTheModel();

private:
    ServerProcess echo_{QStringLiteral("chinwag-echo")};
};

void RandomTrafficTest::answersAsTheModel_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 200; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void RandomTrafficTest::answersAsTheModel() {
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const Case testCase = randomCase(random);
    auto probe = echo_.webSocket();
    QVERIFY(probe.open("/"));
    // Writes of random sizes. All of it fits into socket buffers, so nothing waits for the answers.
    for (std::size_t at = 0; at < testCase.send.size();) {
        const std::size_t size = std::uniform_int_distribution<std::size_t>(1, 20'000)(random);
        probe.send(std::string_view(testCase.send).substr(at, size));
        at += size;
    }
    QCOMPARE(play(testCase, probe), QString());
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::RandomTrafficTest)
#include "tst_random_traffic.moc"
