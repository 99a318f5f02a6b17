#include "net/OriginPolicy.h"
#include "Bytes.h"

#include <QTest>

using chinwag::net::OriginPolicy;
using chinwag::test::view;

namespace {

OriginPolicy policyOf(const QList<QByteArray>& patterns) {
    OriginPolicy policy;
    for (const auto& pattern : patterns) {
        if (!policy.add(view(pattern)))
            qFatal("the test's own pattern is wrong: %s", pattern.constData());
    }
    return policy;
}

} // namespace

class OriginPolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judges_data() {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<bool>("allowed");
        const auto yes = [](const char* name, const QByteArray& pattern, const QByteArray& origin) {
            QTest::newRow(name) << pattern << origin << true;
        };
        const auto no = [](const char* name, const QByteArray& pattern, const QByteArray& origin) {
            QTest::newRow(name) << pattern << origin << false;
        };
        yes("equal", "https://chat.example", "https://chat.example");
        yes("other case", "HTTPS://Chat.Example", "https://cHAT.example");
        yes("default port of https", "https://chat.example:443", "https://chat.example");
        yes("default port in the origin", "https://chat.example", "https://chat.example:443");
        yes("default port of http", "http://chat.example", "http://chat.example:80");
        yes("other port", "http://localhost:5173", "http://localhost:5173");
        yes("IPv6", "http://[::1]:3000", "http://[0:0::1]:3000");
        yes("application's scheme", "capacitor://localhost", "capacitor://localhost");
        yes("subdomain", "https://*.chat.example", "https://a.chat.example");
        yes("deeper subdomain", "https://*.chat.example", "https://a.b.chat.example");
        yes("no browser", "https://chat.example", "");
        no("another host", "https://chat.example", "https://evil.example");
        no("another scheme", "https://chat.example", "http://chat.example");
        no("another port", "https://chat.example", "https://chat.example:8443");
        no("http's port under https", "https://chat.example", "https://chat.example:80");
        no("parent of the subdomains", "https://*.chat.example", "https://chat.example");
        no("suffix without a dot", "https://*.chat.example", "https://evilchat.example");
        no("dot alone", "https://*.chat.example", "https://.chat.example.evil");
        no("pattern as a prefix", "https://chat.example", "https://chat.example.evil");
        no("pattern in the user part", "https://chat.example", "https://chat.example@evil.example");
        no("null", "https://chat.example", "null");
        no("no scheme", "https://chat.example", "chat.example");
        no("empty host", "https://chat.example", "https://");
        no("path", "https://chat.example", "https://chat.example/");
        no("query", "https://chat.example", "https://chat.example?a");
        no("two origins in one", "https://chat.example", "https://chat.example https://evil.example");
        no("port not a number", "https://chat.example", "https://chat.example:x");
        no("garbage", "https://chat.example", "\xFF\xFE");
    }

    void judges() {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, origin);
        QFETCH(bool, allowed);
        QCOMPARE(policyOf({pattern}).allows(view(origin), "server.example", true), allowed);
    }

    void allowsItsOwn_data() {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("secure");
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* name, const char* host, bool secure, const char* origin,
                            bool allowed) {
            QTest::newRow(name) << QByteArray(host) << secure << QByteArray(origin) << allowed;
        };
        row("plain", "srv:8000", false, "http://srv:8000", true);
        row("plain, default port", "srv", false, "http://srv", true);
        row("plain, default port said once", "srv:80", false, "http://srv", true);
        row("TLS", "srv", true, "https://srv", true);
        row("TLS, default port said once", "srv", true, "https://srv:443", true);
        row("other case", "SRV", true, "https://srv", true);
        row("IPv6", "[::1]:8000", false, "http://[::1]:8000", true);
        row("other port", "srv:8000", false, "http://srv:8001", false);
        row("page over TLS, server without", "srv", false, "https://srv", false);
        row("page without TLS, server with", "srv", true, "http://srv", false);
        row("another host", "srv", true, "https://other", false);
        row("no Host", "", false, "http://", false);
        row("null", "null", false, "null", false);
    }

    void allowsItsOwn() {
        QFETCH(QByteArray, host);
        QFETCH(bool, secure);
        QFETCH(QByteArray, origin);
        QFETCH(bool, allowed);
        const auto policy = policyOf({"https://elsewhere.example"});
        QCOMPARE(policy.allows(view(origin), view(host), secure), allowed);
    }

    void allowsAllWithoutPatterns() {
        const OriginPolicy any;
        QVERIFY(any.allows("https://evil.example", "a", true));
        QVERIFY(any.allows("null", "a", false));
        QVERIFY(any.allows("", "a", false));
    }

    void anyOfTheList() {
        const auto policy = policyOf({"https://a.example", "https://*.b.example", "http://localhost:5173"});
        QVERIFY(policy.allows("https://a.example", "s", true));
        QVERIFY(policy.allows("https://x.b.example", "s", true));
        QVERIFY(policy.allows("http://localhost:5173", "s", true));
        QVERIFY(!policy.allows("https://c.example", "s", true));
    }

    void refusesPatterns_data() {
        QTest::addColumn<QByteArray>("pattern");
        for (const char* pattern : {"",
                                    "*",
                                    "chat.example",
                                    "https://",
                                    "https://*",
                                    "https://*.",
                                    "https://a*.example",
                                    "https://*a.example",
                                    "https://a.*.example",
                                    "https://*.*.example",
                                    "https://chat.example/",
                                    "https://chat.example/path",
                                    "https://u@chat.example",
                                    "https://chat.example:0x50",
                                    "https://chat.example:65536",
                                    "//chat.example",
                                    "1http://a",
                                    "ht tp://a",
                                    "https://a b",
                                    "https://[::1",
                                    "null"})
            QTest::addRow("%s", *pattern == '\0' ? "empty" : pattern) << QByteArray(pattern);
    }

    void refusesPatterns() {
        QFETCH(QByteArray, pattern);
        OriginPolicy policy;
        QVERIFY(!policy.add(view(pattern)));
    }
};

QTEST_APPLESS_MAIN(OriginPolicyTest)
#include "OriginPolicyTest.moc"
