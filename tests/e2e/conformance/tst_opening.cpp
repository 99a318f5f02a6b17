// The opening handshake (RFC 6455 section 4) against the running chat server and the echo.
#include "conformance/OpeningCases.h"
#include "support/ServerProcess.h"

#include <QTest>

#include <algorithm>

namespace chinwag::test {

class OpeningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void chat_data() { addRows(chatCases_); }
    void chat() { check(chat_, current(chatCases_), false); }
    void chatInSingleBytes_data() { addRows(chatCases_); }
    void chatInSingleBytes() { check(chat_, current(chatCases_), true); }
    void echo_data() { addRows(echoCases_); }
    void echo() { check(echo_, current(echoCases_), false); }

    void subprotocols_data();
    void subprotocols();
    void noExtensionIsNegotiated();
    void unknownPaths_data();
    void unknownPaths();
    void originPolicy_data();
    void originPolicy();

private:
    static void addRows(const std::vector<OpeningCase>& cases);
    static const OpeningCase& current(const std::vector<OpeningCase>& cases);
    static void check(const ServerProcess& server, const OpeningCase& testCase, bool chopped);

    const std::vector<OpeningCase> chatCases_ = openingCases("/ws/chat");
    const std::vector<OpeningCase> echoCases_ = openingCases("/");
    ServerProcess chat_;
    ServerProcess strictChat_;
    ServerProcess echo_{QStringLiteral("chinwag-echo")};
};

void OpeningTest::initTestCase() {
    QVERIFY(chat_.start());
    QVERIFY(echo_.start());
    ServerProcess::Options strict;
    strict.settings = {{QStringLiteral("server.origins"),
                        QStringLiteral("https://chat.example.org,https://*.trusted.example")}};
    QVERIFY(strictChat_.start(strict));
}

void OpeningTest::addRows(const std::vector<OpeningCase>& cases) {
    QTest::addColumn<std::size_t>("index");
    for (std::size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].id.c_str()) << i;
}

const OpeningCase& OpeningTest::current(const std::vector<OpeningCase>& cases) {
    QFETCH(std::size_t, index);
    return cases[index];
}

void OpeningTest::check(const ServerProcess& server, const OpeningCase& testCase, bool chopped) {
    auto probe = server.webSocket();
    if (chopped)
        probe.sendChopped(testCase.request);
    else
        probe.send(testCase.request);
    const Answer answer = probe.http().read();
    QVERIFY2(answer.kind == Answer::Kind::Complete, answer.describe().c_str());
    QVERIFY2(std::count(testCase.statuses.begin(), testCase.statuses.end(), answer.status) == 1,
             answer.describe().c_str());
    const auto colon = testCase.header.find(": ");
    if (!testCase.header.empty())
        QCOMPARE(answer.header(testCase.header.substr(0, colon)), testCase.header.substr(colon + 2));
    if (testCase.mustEnd) {
        const Answer end = probe.http().read();
        QVERIFY2(end.isEnd(), end.describe().c_str());
    }
    if (answer.status == 101)
        QVERIFY(probe.closeNormally());
}

void OpeningTest::subprotocols_data() {
    QTest::addColumn<QByteArray>("offer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("spoken");
    const QByteArray none;
    QTest::newRow("one that nobody knows") << QByteArray("chat.example") << 101 << none;
    QTest::newRow("several that nobody knows") << QByteArray("a, b,c") << 101 << none;
    QTest::newRow("ours") << QByteArray("chinwag") << 101 << QByteArray("chinwag");
    QTest::newRow("ours among others") << QByteArray("a, chinwag,c") << 101 << QByteArray("chinwag");
    QTest::newRow("ours in other letters") << QByteArray("Chinwag") << 101 << none;
    QTest::newRow("the same twice") << QByteArray("a, a") << 400 << none;
    QTest::newRow("ours twice") << QByteArray("chinwag, chinwag") << 400 << none;
    QTest::newRow("an empty one") << QByteArray("a,,b") << 400 << none;
    QTest::newRow("no token") << QByteArray("a b") << 400 << none;
}

void OpeningTest::subprotocols() {
    QFETCH(QByteArray, offer);
    QFETCH(int, status);
    QFETCH(QByteArray, spoken);
    auto probe = chat_.webSocket();
    probe.open("/ws/chat", "Sec-WebSocket-Protocol: " + offer.toStdString() + "\r\n");
    QCOMPARE(probe.answer().status, status);
    QCOMPARE(probe.answer().header("Sec-WebSocket-Protocol"), spoken.toStdString());
    QCOMPARE(probe.answer().has("Sec-WebSocket-Protocol"), !spoken.isEmpty());
}

void OpeningTest::noExtensionIsNegotiated() {
    auto probe = chat_.webSocket();
    QVERIFY(probe.open("/ws/chat",
                       "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits, x-odd\r\n"));
    probe.send(text("plain"));
    QCOMPARE(probe.next(), textEvent("plain"));
}

void OpeningTest::unknownPaths_data() {
    QTest::addColumn<QByteArray>("target");
    for (const char* target : {"/", "/ws", "/ws/", "/ws/chat/", "/ws/chats", "/WS/CHAT", "/ws//chat",
                               "/ws/chat%00", "/ws/other", "/stats", "/static/index.html"})
        QTest::newRow(target) << QByteArray(target);
}

void OpeningTest::unknownPaths() {
    QFETCH(QByteArray, target);
    auto probe = chat_.webSocket();
    QVERIFY(!probe.open(target.toStdString()));
    QCOMPARE(probe.answer().status, 404);
}

void OpeningTest::originPolicy_data() {
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<int>("status");
    QTest::newRow("the one allowed") << QByteArray("https://chat.example.org") << 101;
    QTest::newRow("its default port") << QByteArray("https://chat.example.org:443") << 101;
    QTest::newRow("a subdomain") << QByteArray("https://a.trusted.example") << 101;
    QTest::newRow("a client that is no browser") << QByteArray() << 101;
    QTest::newRow("another port") << QByteArray("https://chat.example.org:8443") << 403;
    QTest::newRow("another scheme") << QByteArray("http://chat.example.org") << 403;
    QTest::newRow("another host") << QByteArray("https://evil.example") << 403;
    QTest::newRow("a host that ends alike") << QByteArray("https://eviltrusted.example") << 403;
    QTest::newRow("a host that starts alike") << QByteArray("https://chat.example.org.evil.example") << 403;
    QTest::newRow("null") << QByteArray("null") << 403;
    QTest::newRow("nonsense") << QByteArray("chat.example.org") << 403;
}

void OpeningTest::originPolicy() {
    QFETCH(QByteArray, origin);
    QFETCH(int, status);
    const std::string header = origin.isNull() ? std::string() : "Origin: " + origin.toStdString() + "\r\n";
    auto probe = strictChat_.webSocket();
    probe.open("/ws/chat", header);
    QVERIFY2(probe.answer().status == status, probe.answer().describe().c_str());
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::OpeningTest)
#include "tst_opening.moc"
