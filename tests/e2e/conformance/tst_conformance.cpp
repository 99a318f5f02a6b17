// The conformance suite (RFC 6455) against the running echo, whose network code is the chat server's.
// Every case is played over plain TCP and TLS, cut into single bytes, and sent along with the opening.
#include "conformance/Case.h"
#include "conformance/CaseRunner.h"
#include "support/Certificate.h"
#include "support/ServerProcess.h"

#include <QSet>
#include <QTest>

#include <iterator>

namespace chinwag::test {

namespace {

std::vector<Case> allCases() {
    std::vector<Case> all;
    for (auto part : {framingCases(), maskingCases(), fragmentationCases(), controlCases(), closeCases(),
                      utf8Cases(), limitCases()})
        std::move(part.begin(), part.end(), std::back_inserter(all));
    return all;
}

} // namespace

class ConformanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void suiteIsWellFormed();
    void plain_data() { addRows(); }
    void plain();
    void secure_data() { addRows(); }
    void secure();
    void inSingleBytes_data() { addRows(maxChopped); }
    void inSingleBytes();
    void behindTheOpening_data() { addRows(); }
    void behindTheOpening();
    void behindTheSecureOpening_data() { addRows(); }
    void behindTheSecureOpening();
    void cutAtEveryByte_data();
    void cutAtEveryByte();

private:
    static constexpr std::size_t maxChopped = 2048;

    static void addRows(std::size_t maxBytes = SIZE_MAX);
    const Case& current() const { return cases[fetchIndex()]; }
    static std::size_t fetchIndex();

    static inline const std::vector<Case> cases = allCases();
    Certificate certificate_;
    ServerProcess echo_{QStringLiteral("chinwag-echo")};
    ServerProcess secureEcho_{QStringLiteral("chinwag-echo")};
};

void ConformanceTest::initTestCase() {
    QVERIFY(certificate_.isValid());
    ServerProcess::Options options;
    options.arguments = {QStringLiteral("--max-message"), QString::number(messageLimit)};
    QVERIFY(echo_.start(options));
    options.arguments += {QStringLiteral("--tls-certificate"), certificate_.certificatePath(),
                          QStringLiteral("--tls-key"), certificate_.keyPath()};
    QVERIFY(secureEcho_.start(options));
}

void ConformanceTest::addRows(std::size_t maxBytes) {
    QTest::addColumn<std::size_t>("index");
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (cases[i].send.size() <= maxBytes)
            QTest::newRow(cases[i].id.c_str()) << i;
    }
}

std::size_t ConformanceTest::fetchIndex() {
    QFETCH(std::size_t, index);
    return index;
}

void ConformanceTest::suiteIsWellFormed() {
    QSet<QByteArray> ids;
    for (const Case& testCase : cases) {
        const QByteArray id = QByteArray::fromStdString(testCase.id);
        QVERIFY2(!ids.contains(id), id.constData());
        QVERIFY2(!testCase.send.empty() && !testCase.expect.empty(), id.constData());
        ids.insert(id);
    }
    QVERIFY(cases.size() >= 150);
}

void ConformanceTest::plain() {
    auto probe = echo_.webSocket();
    QVERIFY2(probe.open("/"), probe.answer().describe().c_str());
    probe.send(current().send);
    QCOMPARE(play(current(), probe), QString());
}

void ConformanceTest::secure() {
    auto probe = secureEcho_.secureWebSocket();
    QVERIFY2(probe.open("/"), probe.answer().describe().c_str());
    probe.send(current().send);
    QCOMPARE(play(current(), probe), QString());
}

void ConformanceTest::inSingleBytes() {
    auto probe = echo_.webSocket();
    QVERIFY2(probe.open("/"), probe.answer().describe().c_str());
    probe.sendChopped(current().send); // the server may have refused it before the last byte
    QCOMPARE(play(current(), probe), QString());
}

void ConformanceTest::behindTheOpening() {
    auto probe = echo_.webSocket();
    QVERIFY2(probe.open("/", {}, current().send), probe.answer().describe().c_str());
    QCOMPARE(play(current(), probe), QString());
}

void ConformanceTest::behindTheSecureOpening() {
    auto probe = secureEcho_.secureWebSocket();
    QVERIFY2(probe.open("/", {}, current().send), probe.answer().describe().c_str());
    QCOMPARE(play(current(), probe), QString());
}

void ConformanceTest::cutAtEveryByte_data() {
    QTest::addColumn<std::size_t>("cut");
    const std::size_t length = wire({text("caf\xC3\xA9").part(), ping("p"), continuation(" au lait")}).size();
    for (std::size_t cut = 1; cut < length; ++cut)
        QTest::addRow("%zu", cut) << cut;
}

// The answer to a ping ahead of the first part shows that this was read before the second is sent.
void ConformanceTest::cutAtEveryByte() {
    QFETCH(std::size_t, cut);
    const std::string bytes = wire({text("caf\xC3\xA9").part(), ping("p"), continuation(" au lait")});
    auto probe = echo_.webSocket();
    QVERIFY(probe.open("/"));
    probe.send(ping("ahead").bytes() + bytes.substr(0, cut));
    QCOMPARE(probe.next(), pongEvent("ahead"));
    probe.send(bytes.substr(cut));
    const Case rest{"", "", {pongEvent("p"), textEvent("caf\xC3\xA9 au lait")}};
    QCOMPARE(play(rest, probe), QString());
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::ConformanceTest)
#include "tst_conformance.moc"
