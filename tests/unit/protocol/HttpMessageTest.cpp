#include "protocol/HttpMessage.h"
#include "Bytes.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <string>
#include <vector>

using chinwag::protocol::HttpHeader;
using chinwag::test::bytes;
using chinwag::test::view;

class HttpMessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsAHeaderWithoutCase() {
        const std::vector<HttpHeader> headers{{"Host", "a"}, {"X-One", "first"}, {"x-one", "second"}};
        QCOMPARE(bytes(chinwag::protocol::headerValue(headers, "HOST")), QByteArray("a"));
        QCOMPARE(bytes(chinwag::protocol::headerValue(headers, "x-ONE")), QByteArray("first"));
        QVERIFY(chinwag::protocol::headerValue(headers, "X-On").empty());
        QVERIFY(chinwag::protocol::headerValue({}, "Host").empty());
    }

    void findsATokenInAList_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("found");
        QTest::newRow("alone") << QByteArray("upgrade") << true;
        QTest::newRow("other case") << QByteArray("UpGrade") << true;
        QTest::newRow("in a list") << QByteArray("keep-alive, Upgrade") << true;
        QTest::newRow("without spaces") << QByteArray("a,upgrade,b") << true;
        QTest::newRow("tabs around") << QByteArray("a,\tupgrade\t,b") << true;
        QTest::newRow("empty members") << QByteArray(",,upgrade,") << true;
        QTest::newRow("empty") << QByteArray("") << false;
        QTest::newRow("part of a word") << QByteArray("upgrades") << false;
        QTest::newRow("end of a word") << QByteArray("xupgrade") << false;
        QTest::newRow("two words") << QByteArray("up grade") << false;
        QTest::newRow("with a parameter") << QByteArray("upgrade;q=1") << false;
    }

    void findsATokenInAList() {
        QFETCH(QByteArray, value);
        QFETCH(bool, found);
        const std::vector<HttpHeader> headers{{"Connection", value.toStdString()}};
        QCOMPARE(chinwag::protocol::headerHasToken(headers, "connection", "upgrade"), found);
        QVERIFY(!chinwag::protocol::headerHasToken(headers, "Other", "upgrade"));
    }

    void findsATokenInTheSecondField() {
        const std::vector<HttpHeader> headers{{"Connection", "close"}, {"connection", "Upgrade"}};
        QVERIFY(chinwag::protocol::headerHasToken(headers, "Connection", "upgrade"));
    }

    void pathEndsAtTheQuery() {
        chinwag::protocol::HttpRequest request;
        request.target = "/a/b?c=/d?e";
        QCOMPARE(bytes(request.path()), QByteArray("/a/b"));
        request.target = "/a";
        QCOMPARE(bytes(request.path()), QByteArray("/a"));
    }

    void knowsItsPhrases() {
        QCOMPARE(bytes(chinwag::protocol::reasonPhrase(200)), QByteArray("OK"));
        QCOMPARE(bytes(chinwag::protocol::reasonPhrase(431)), QByteArray("Request Header Fields Too Large"));
        QCOMPARE(bytes(chinwag::protocol::reasonPhrase(299)), QByteArray("Unknown"));
    }

    // What we write as JSON, another parser reads as what it was.
    void jsonStringsCanBeReadBack_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("plain") << QByteArray("Hello");
        QTest::newRow("quote and backslash") << QByteArray(R"(say "hi" \ done)");
        QTest::newRow("escape that is none") << QByteArray(R"(\u0041)");
        QTest::newRow("slash") << QByteArray("</script>");
        QTest::newRow("beyond the basic plane") << QByteArray("é€😀");
        QByteArray controls;
        for (char c = 0; c < 0x20; ++c)
            controls += c;
        QTest::newRow("all controls") << controls + '\x7F';
    }

    void jsonStringsCanBeReadBack() {
        QFETCH(QByteArray, text);
        const QByteArray json = "[" + bytes(chinwag::protocol::jsonString(view(text))) + "]";
        QJsonParseError error{};
        const auto document = QJsonDocument::fromJson(json, &error);
        QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
        QCOMPARE(document[0].toString().toUtf8(), text);
    }

    void problemIsRfc9457() {
        const auto answer = chinwag::protocol::problem(431, R"(at most "16" KiB)");
        QCOMPARE(answer.status, 431);
        QCOMPARE(bytes(chinwag::protocol::headerValue(answer.headers, "content-type")),
                 QByteArray("application/problem+json"));
        const auto json = QJsonDocument::fromJson(bytes(answer.body)).object();
        QCOMPARE(json[QStringLiteral("type")].toString(), QStringLiteral("about:blank"));
        QCOMPARE(json[QStringLiteral("title")].toString(), QStringLiteral("Request Header Fields Too Large"));
        QCOMPARE(json[QStringLiteral("status")].toInt(), 431);
        QCOMPARE(json[QStringLiteral("detail")].toString(), QStringLiteral(R"(at most "16" KiB)"));
        QCOMPARE(json.size(), 4);
    }
};

QTEST_APPLESS_MAIN(HttpMessageTest)
#include "HttpMessageTest.moc"
