#include "http/RequestPath.h"

#include <QTest>
#include <QUrl>

using chinwag::http::canonicalTarget;
using chinwag::http::decodedPath;

class RequestPathTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodes_data() {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("root") << QByteArray("/") << QByteArray("/");
        QTest::newRow("plain") << QByteArray("/a/b.c") << QByteArray("/a/b.c");
        QTest::newRow("query") << QByteArray("/a?b=/c?d") << QByteArray("/a");
        QTest::newRow("query at once") << QByteArray("/?") << QByteArray("/");
        QTest::newRow("letters") << QByteArray("/%73t%61ts") << QByteArray("/stats");
        QTest::newRow("slash") << QByteArray("/static%2Fx") << QByteArray("/static/x");
        QTest::newRow("dots") << QByteArray("/a/%2e%2E/b") << QByteArray("/a/../b");
        QTest::newRow("decoded once") << QByteArray("/%252e") << QByteArray("/%2e");
        QTest::newRow("question mark") << QByteArray("/a%3Fb") << QByteArray("/a?b");
        QTest::newRow("UTF-8") << QByteArray("/gr%C3%BC%C3%9Fe")
                               << QByteArray("/gr\xC3\xBC\xC3\x9F"
                                             "e");
        QTest::newRow("two slashes") << QByteArray("//host/a") << QByteArray("//host/a");
        QTest::newRow("plus is no space") << QByteArray("/a+b") << QByteArray("/a+b");
    }

    void decodes() {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, path);
        const auto decoded = decodedPath(target.toStdString());
        QVERIFY(decoded.has_value());
        QCOMPARE(QByteArray::fromStdString(*decoded), path);

        // What QHttpServer makes of it is the same path, and no authority. Only of a path that begins
        // with two slashes it may make another one, which no route has.
        const QUrl url = QUrl::fromEncoded(canonicalTarget(*decoded, target.toStdString()));
        QVERIFY(url.isValid());
        QCOMPARE(url.host(), QString());
        QVERIFY(!url.hasFragment());
        if (!path.startsWith("//"))
            QCOMPARE(url.path(QUrl::FullyDecoded).toUtf8(), path);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("asterisk") << QByteArray("*");
        QTest::newRow("authority") << QByteArray("host:80");
        QTest::newRow("absolute") << QByteArray("http://host/");
        QTest::newRow("only a query") << QByteArray("?a");
        QTest::newRow("cut off") << QByteArray("/a%");
        QTest::newRow("cut off in the middle") << QByteArray("/a%4");
        QTest::newRow("cut off before the query") << QByteArray("/a%4?1");
        QTest::newRow("no digits") << QByteArray("/%zz");
        QTest::newRow("one digit") << QByteArray("/%4g");
        QTest::newRow("NUL") << QByteArray("/a%00.html");
        QTest::newRow("line feed") << QByteArray("/a%0Ab");
        QTest::newRow("delete") << QByteArray("/a%7F");
        QTest::newRow("not UTF-8") << QByteArray("/%FF");
        QTest::newRow("overlong slash") << QByteArray("/a%C0%AFb");
        QTest::newRow("surrogate") << QByteArray("/%ED%A0%80");
    }

    void refuses() {
        QFETCH(QByteArray, target);
        QVERIFY(!decodedPath(target.toStdString()).has_value());
    }

    void keepsTheQuery() {
        QCOMPARE(canonicalTarget("/a", "/a?x=1&y=%20z"), QByteArray("/a?x=1&y=%20z"));
        QCOMPARE(canonicalTarget("/a", "/a?x#y z"), QByteArray("/a?x%23y%20z"));
        QCOMPARE(canonicalTarget("/a b", "/a%20b"), QByteArray("/a%20b"));
    }
};

QTEST_APPLESS_MAIN(RequestPathTest)
#include "RequestPathTest.moc"
