#include "net/ClientAddress.h"
#include "Bytes.h"

#include <QTest>

#include <vector>

using chinwag::net::ClientAddress;
using chinwag::protocol::Address;
using chinwag::protocol::HttpHeader;
using chinwag::test::bytes;
using chinwag::test::view;

class ClientAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Trusted are 10.0.0.0/8, fd00::/8 and 192.0.2.9.
    void findsTheClient_data() {
        QTest::addColumn<QByteArray>("peer");
        QTest::addColumn<QList<QByteArray>>("forwarded");
        QTest::addColumn<QByteArray>("client");
        const auto row = [](const char* name, const char* peer, const QList<QByteArray>& forwarded,
                            const char* client) {
            QTest::newRow(name) << QByteArray(peer) << forwarded << QByteArray(client);
        };
        row("no header", "10.0.0.1", {}, "10.0.0.1");
        row("stranger's header is not believed", "198.51.100.1", {"203.0.113.5"}, "198.51.100.1");
        row("one proxy", "10.0.0.1", {"203.0.113.5"}, "203.0.113.5");
        row("forged first entry", "10.0.0.1", {"1.2.3.4, 203.0.113.5"}, "203.0.113.5");
        row("two proxies", "10.0.0.1", {"203.0.113.5, 192.0.2.9"}, "203.0.113.5");
        row("two fields in order", "10.0.0.1", {"203.0.113.5", "192.0.2.9"}, "203.0.113.5");
        row("forged first field", "10.0.0.1", {"1.2.3.4", "203.0.113.5"}, "203.0.113.5");
        row("all trusted", "10.0.0.1", {"10.0.0.3, 10.0.0.2"}, "10.0.0.3");
        row("IPv6 client", "fd00::1", {"2001:db8::5"}, "2001:db8::5");
        row("mapped peer", "::ffff:10.0.0.1", {"203.0.113.5"}, "203.0.113.5");
        row("mapped hop", "10.0.0.1", {"203.0.113.5, ::ffff:10.9.9.9"}, "203.0.113.5");
        row("port", "10.0.0.1", {"203.0.113.5:4711"}, "203.0.113.5");
        row("brackets", "10.0.0.1", {"[2001:db8::5]"}, "2001:db8::5");
        row("brackets and port", "10.0.0.1", {"[2001:db8::5]:4711"}, "2001:db8::5");
        row("blanks", "10.0.0.1", {" \t203.0.113.5 ,\t192.0.2.9 "}, "203.0.113.5");
        row("malformed entry", "10.0.0.1", {"203.0.113.5, unknown"}, "10.0.0.1");
        row("malformed behind a proxy", "10.0.0.1", {"unknown, 192.0.2.9"}, "192.0.2.9");
        row("malformed behind the client", "10.0.0.1", {"unknown, 203.0.113.5"}, "203.0.113.5");
        row("empty", "10.0.0.1", {""}, "10.0.0.1");
        row("empty entry", "10.0.0.1", {"203.0.113.5,"}, "10.0.0.1");
        row("name", "10.0.0.1", {"localhost"}, "10.0.0.1");
        row("octets out of range", "10.0.0.1", {"999.0.0.1"}, "10.0.0.1");
        row("brackets around IPv4", "10.0.0.1", {"[203.0.113.5]"}, "10.0.0.1");
        row("just outside the network", "11.0.0.0", {"203.0.113.5"}, "11.0.0.0");
    }

    void findsTheClient() {
        QFETCH(QByteArray, peer);
        QFETCH(QList<QByteArray>, forwarded);
        QFETCH(QByteArray, client);
        ClientAddress finder;
        QVERIFY(finder.trust("10.0.0.0/8"));
        QVERIFY(finder.trust("fd00::/8"));
        QVERIFY(finder.trust("192.0.2.9"));
        std::vector<HttpHeader> headers{{"Host", "1.1.1.1"}};
        for (const auto& value : forwarded)
            headers.push_back({"x-forwarded-FOR", value.toStdString()});
        headers.push_back({"X-Forwarded-Host", "1.1.1.1"});
        QCOMPARE(bytes(finder.clientAddress(*Address::parse(view(peer)), headers).toString()), client);
    }

    void trustsNobodyByItself() {
        const ClientAddress finder;
        const auto peer = *Address::parse("127.0.0.1");
        QVERIFY(finder.clientAddress(peer, {{"X-Forwarded-For", "203.0.113.5"}}) == peer);
    }

    void trustsNetworks_data() {
        QTest::addColumn<QByteArray>("network");
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<QByteArray>("outside");
        const auto row = [](const char* network, const char* inside, const char* outside) {
            QTest::newRow(network) << QByteArray(network) << QByteArray(inside) << QByteArray(outside);
        };
        row("10.1.2.3/8", "10.255.255.255", "11.0.0.0");
        row("192.168.4.0/22", "192.168.7.255", "192.168.8.0");
        row("192.0.2.1/32", "192.0.2.1", "192.0.2.2");
        row("192.0.2.1", "192.0.2.1", "192.0.2.0");
        row("0.0.0.0/0", "255.255.255.255", "::1");
        row("2001:db8::/33", "2001:db8:7fff::1", "2001:db8:8000::1");
        row("::1", "::1", "::2");
        row("::/1", "7fff::1", "8000::1");
        row("::ffff:10.0.0.0/104", "10.255.0.1", "11.0.0.0");
    }

    void trustsNetworks() {
        QFETCH(QByteArray, network);
        QFETCH(QByteArray, inside);
        QFETCH(QByteArray, outside);
        ClientAddress finder;
        QVERIFY(finder.trust(view(network)));
        const auto client = *Address::parse("203.0.113.5");
        const std::vector<HttpHeader> headers{{"X-Forwarded-For", "203.0.113.5"}};
        const auto stranger = *Address::parse(view(outside));
        QVERIFY(finder.clientAddress(*Address::parse(view(inside)), headers) == client);
        QVERIFY(finder.clientAddress(stranger, headers) == stranger);
    }

    void refusesWhatIsNoNetwork_data() {
        QTest::addColumn<QByteArray>("proxy");
        for (const char* proxy :
             {"", "localhost", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8 ",
              "10.0.0.0/8/8", "10.0.0/8", "/8", "::/129", "[::1]", "10.0.0.1:80", "*"})
            QTest::addRow("%s", *proxy == '\0' ? "empty" : proxy) << QByteArray(proxy);
    }

    void refusesWhatIsNoNetwork() {
        QFETCH(QByteArray, proxy);
        ClientAddress finder;
        QVERIFY(!finder.trust(view(proxy)));
    }
};

QTEST_APPLESS_MAIN(ClientAddressTest)
#include "ClientAddressTest.moc"
