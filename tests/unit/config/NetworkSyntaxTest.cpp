#include "config/NetworkSyntax.h"
#include "config/ListenAddress.h"

#include <QTest>

using namespace chinwag::config;

namespace {

void rows(std::initializer_list<const char*> good, std::initializer_list<const char*> bad) {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("accepted");
    for (const char* text : good)
        QTest::addRow("good: %s", text) << QByteArray(text) << true;
    for (const char* text : bad)
        QTest::addRow("bad: %s", text) << QByteArray(text) << false;
}

} // namespace

class NetworkSyntaxTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void origins_data();
    void origins();
    void networks_data();
    void networks();
    void paths();
    void listenAddresses_data();
    void listenAddresses();
    void notListenAddresses_data();
    void notListenAddresses();
};

void NetworkSyntaxTest::origins_data() {
    rows({"https://chat.example.org", "http://localhost:5173", "https://*.example.org", "https://*.a.b:8443",
          "http://127.0.0.1:8000", "http://[::1]:8000", "https://[2001:db8::1]",
          "https://xn--bcher-kva.example"},
         {"",
          "chat.example.org",
          "https://",
          "https://chat.example.org/",
          "https://chat.example.org/path",
          "ftp://chat.example.org",
          "HTTPS://chat.example.org",
          "https://chat.example.org:",
          "https://chat.example.org:0",
          "https://chat.example.org:65536",
          "https://chat.example.org:80:80",
          "https://user@chat.example.org",
          "https://*",
          "https://*.",
          "https://*example.org",
          "https://chat.*.org",
          "https://-chat.example.org",
          "https://chat..example.org",
          "https://chat.example.org.",
          "https://chat example.org",
          "https://[::1",
          "https://[chat]:80",
          "https://[::1]x",
          "https://[::1]x:80",
          "*",
          "null"});
    QTest::newRow("bad: a label of 64") << "https://" + QByteArray(64, 'a') + ".org" << false;
    QTest::newRow("good: a label of 63") << "https://" + QByteArray(63, 'a') + ".org" << true;
    QTest::newRow("bad: a host of 300") << "https://" + QByteArray("a.").repeated(149) + "aa" << false;
}

void NetworkSyntaxTest::origins() {
    QFETCH(QByteArray, text);
    QFETCH(bool, accepted);
    QCOMPARE(isOriginPattern(text.toStdString()), accepted);
}

void NetworkSyntaxTest::networks_data() {
    rows({"127.0.0.1", "10.0.0.0/8", "0.0.0.0/0", "192.168.1.1/32", "::1", "2001:db8::/32", "::/0",
          "::ffff:10.0.0.1/128"},
         {"", "/", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0.0/ 8", "10.0.0",
          "10.0.0.256", "010.0.0.1/8x", "2001:db8::/129", "[::1]", "::1%lo", "localhost", "10.0.0.0-10.0.0.9",
          "10.0.0.0/255.0.0.0", " 10.0.0.1"});
}

void NetworkSyntaxTest::networks() {
    QFETCH(QByteArray, text);
    QFETCH(bool, accepted);
    QCOMPARE(isNetwork(text.toStdString()), accepted);
}

void NetworkSyntaxTest::paths() {
    using namespace std::string_view_literals;
    QVERIFY(isPath("/etc/chinwag/chinwag.toml"));
    QVERIFY(isPath(""));
    QVERIFY(!isPath("/etc/shadow\0.pem"sv));
    QVERIFY(!isIpv4("127.0.0.1\0"sv));
}

void NetworkSyntaxTest::listenAddresses_data() {
    using Scheme = ListenAddress::Scheme;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("port");
    const auto row = [](const char* text, Scheme scheme, const char* host, int port) {
        QTest::newRow(text) << QByteArray(text) << static_cast<int>(scheme) << QByteArray(host) << port;
    };
    row("127.0.0.1:8000", Scheme::Automatic, "127.0.0.1", 8000);
    row("0.0.0.0:0", Scheme::Automatic, "0.0.0.0", 0);
    row("http://127.0.0.1:80", Scheme::Http, "127.0.0.1", 80);
    row("https://10.1.2.3:443", Scheme::Https, "10.1.2.3", 443);
    row("[::]:8000", Scheme::Automatic, "::", 8000);
    row("https://[2001:db8::1]:65535", Scheme::Https, "2001:db8::1", 65535);
}

void NetworkSyntaxTest::listenAddresses() {
    QFETCH(QByteArray, text);
    QFETCH(int, scheme);
    QFETCH(QByteArray, host);
    QFETCH(int, port);
    const auto address = parseListenAddress(text.toStdString());
    QVERIFY(address.has_value());
    QCOMPARE(static_cast<int>(address->scheme), scheme);
    QCOMPARE(QByteArray::fromStdString(address->host), host);
    QCOMPARE(int(address->port), port);
    QCOMPARE(QByteArray::fromStdString(toString(*address)), text);
    QCOMPARE(parseListenAddress("localhost:1")->host, std::string("127.0.0.1"));
}

void NetworkSyntaxTest::notListenAddresses_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"",
                             ":",
                             "8000",
                             ":8000",
                             "127.0.0.1",
                             "127.0.0.1:",
                             "127.0.0.1:x",
                             "127.0.0.1:65536",
                             "127.0.0.1:-1",
                             "127.0.0.1: 80",
                             "127.0.0.1:80/",
                             "http://127.0.0.1:80/",
                             "ws://127.0.0.1:80",
                             "HTTP://127.0.0.1:80",
                             "http://http://127.0.0.1:80",
                             "::1:8000",
                             "[::1]",
                             "[::1]8000",
                             "[]:80",
                             "[127.0.0.1]:80",
                             "[::1%lo]:80",
                             "chat.example.org:80",
                             "*:80",
                             "127.0.0.1.1:80",
                             "300.0.0.1:80"})
        QTest::newRow(text) << QByteArray(text);
}

void NetworkSyntaxTest::notListenAddresses() {
    QFETCH(QByteArray, text);
    QVERIFY(!parseListenAddress(text.toStdString()).has_value());
}

QTEST_APPLESS_MAIN(NetworkSyntaxTest)
#include "NetworkSyntaxTest.moc"
