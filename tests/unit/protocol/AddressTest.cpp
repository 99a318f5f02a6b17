#include "protocol/Address.h"
#include "Bytes.h"

#include <QTest>

#include <cstring>
#include <unordered_set>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

using chinwag::protocol::Address;
using chinwag::test::bytes;
using chinwag::test::view;

class AddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parsesAndPrints_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("printed");
        const auto row = [](const char* text, const char* printed) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(printed);
        };
        row("127.0.0.1", "127.0.0.1");
        row("255.255.255.255", "255.255.255.255");
        row("::ffff:192.0.2.1", "192.0.2.1");
        row("::FFFF:C000:0201", "192.0.2.1");
        row("2001:DB8:0:0:0:0:0:1", "2001:db8::1");
        row("::1", "::1");
        row("::", "::");
        row("0.0.0.0", "0.0.0.0");
    }

    void parsesAndPrints() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, printed);
        const auto address = Address::parse(view(text));
        QVERIFY(address.has_value());
        QCOMPARE(bytes(address->toString()), printed);
        QVERIFY(Address::parse(address->toString()) == address);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("name") << QByteArray("localhost");
        QTest::newRow("three octets") << QByteArray("127.0.1");
        QTest::newRow("octet over 255") << QByteArray("127.0.0.256");
        QTest::newRow("hexadecimal octet") << QByteArray("0x7f.0.0.1");
        QTest::newRow("number") << QByteArray("2130706433");
        QTest::newRow("port") << QByteArray("127.0.0.1:80");
        QTest::newRow("brackets") << QByteArray("[::1]");
        QTest::newRow("zone") << QByteArray("fe80::1%eth0");
        QTest::newRow("space") << QByteArray(" ::1");
        QTest::newRow("NUL and more") << QByteArray("127.0.0.1\0x", 11);
        QTest::newRow("two gaps") << QByteArray("1::2::3");
        QTest::newRow("too long") << QByteArray(1000, '1');
    }

    void refuses() {
        QFETCH(QByteArray, text);
        QVERIFY(!Address::parse(view(text)));
    }

    void bothSpellingsOfIpv4AreOne() {
        const auto plain = *Address::parse("192.0.2.1");
        const auto mapped = *Address::parse("::ffff:192.0.2.1");
        QVERIFY(plain == mapped);
        QCOMPARE(std::hash<Address>()(plain), std::hash<Address>()(mapped));
        QVERIFY(mapped.isIpv4());
        QVERIFY(!Address::parse("::192.0.2.1")->isIpv4());
    }

    void readsSocketAddresses() {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        inet_pton(AF_INET, "192.0.2.1", &v4.sin_addr);
        QCOMPARE(bytes(Address::fromSockaddr(reinterpret_cast<const sockaddr*>(&v4)).toString()),
                 QByteArray("192.0.2.1"));
        sockaddr_in6 v6{};
        v6.sin6_family = AF_INET6;
        inet_pton(AF_INET6, "2001:db8::1", &v6.sin6_addr);
        QCOMPARE(bytes(Address::fromSockaddr(reinterpret_cast<const sockaddr*>(&v6)).toString()),
                 QByteArray("2001:db8::1"));
        sockaddr_un local{};
        local.sun_family = AF_UNIX;
        QVERIFY(Address::fromSockaddr(reinterpret_cast<const sockaddr*>(&local)) == Address());
        QVERIFY(Address::fromSockaddr(nullptr) == Address());
    }

    void knowsLoopback_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("loopback");
        QTest::newRow("127.0.0.1") << QByteArray("127.0.0.1") << true;
        QTest::newRow("127.255.0.9") << QByteArray("127.255.0.9") << true;
        QTest::newRow("::1") << QByteArray("::1") << true;
        QTest::newRow("mapped") << QByteArray("::ffff:127.0.0.1") << true;
        QTest::newRow("126.0.0.1") << QByteArray("126.0.0.1") << false;
        QTest::newRow("::2") << QByteArray("::2") << false;
        QTest::newRow("::") << QByteArray("::") << false;
        QTest::newRow("0.0.0.0") << QByteArray("0.0.0.0") << false;
        QTest::newRow("ends like it") << QByteArray("2001:db8::1") << false;
    }

    void knowsLoopback() {
        QFETCH(QByteArray, text);
        QFETCH(bool, loopback);
        QCOMPARE(Address::parse(view(text))->isLoopback(), loopback);
    }

    void limitsCountIpv6ByNetwork() {
        const auto key = [](const char* text) { return Address::parse(text)->limitKey(); };
        QVERIFY(key("2001:db8:0:1::1") == key("2001:db8:0:1:ffff:ffff:ffff:ffff"));
        QVERIFY(key("2001:db8:0:1::1") != key("2001:db8:0:2::1"));
        QVERIFY(key("192.0.2.1") != key("192.0.2.2"));
        QCOMPARE(bytes(key("192.0.2.1").toString()), QByteArray("192.0.2.1"));
    }

    void masksEveryNumberOfBits() {
        const auto ones = *Address::parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
        QVERIFY(ones.masked(0) == Address());
        QVERIFY(ones.masked(Address::bitCount) == ones);
        QVERIFY(ones.masked(1) == *Address::parse("8000::"));
        QVERIFY(ones.masked(63) == *Address::parse("ffff:ffff:ffff:fffe::"));
        QVERIFY(ones.masked(127) == *Address::parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe"));
    }

    void hashesSpread() {
        std::unordered_set<std::size_t> seen;
        for (int i = 0; i < 256; ++i) {
            for (int j = 0; j < 256; ++j)
                seen.insert(Address::parse("10.0." + std::to_string(i) + "." + std::to_string(j))->hash());
        }
        QVERIFY(seen.size() > 65'000);
    }
};

QTEST_APPLESS_MAIN(AddressTest)
#include "AddressTest.moc"
