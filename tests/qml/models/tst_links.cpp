#include "models/Links.h"

#include <QRegularExpression>
#include <QTest>

using namespace chinwag::models;

class LinksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsAddresses_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("addresses");
        const auto row = [](const char* text, const QStringList& addresses) {
            QTest::newRow(text) << QString::fromUtf8(text) << addresses;
        };
        const auto one = [](const char* address) { return QStringList{QString::fromUtf8(address)}; };
        row("see https://a.example/x", one("https://a.example/x"));
        row("HTTP://A.example", one("HTTP://A.example"));
        row("(https://a.example/x).", one("https://a.example/x"));
        row("https://a.example/x_(y)", one("https://a.example/x_(y)"));
        row("https://a.example/?a=1&b=2!", one("https://a.example/?a=1&amp;b=2"));
        row("https://a.example, https://b.example",
            {QStringLiteral("https://a.example"), QStringLiteral("https://b.example")});
        row("no address", {});
        row("javascript:alert(1)", {});
        row("file:///etc/passwd", {});
        row("ftp://a.example", {});
        row("https://", {});
        row("https://me:secret@a.example", {});
        row("xhttps://a.example", {});
        row("<b>bold</b>", {});
        row("https://a.example/\"onmouseover=\"x", one("https://a.example/"));
        row("https://a.example/<script>", one("https://a.example/"));
    }
    void findsAddresses() {
        QFETCH(const QString, text);
        QFETCH(const QStringList, addresses);
        const QString html = linked(text);
        QCOMPARE(html.isEmpty(), addresses.isEmpty());
        static const QRegularExpression href(QStringLiteral("<a href=\"([^\"]*)\">([^<]*)</a>"));
        QStringList found;
        auto matches = href.globalMatch(html);
        while (matches.hasNext()) {
            const auto match = matches.next();
            QCOMPARE(match.captured(1), match.captured(2));
            found.append(match.captured(1));
        }
        QCOMPARE(found, addresses);
    }

    void escapesEverythingElse() {
        const QString html =
            linked(QStringLiteral("<img src=x> & \"y\" https://a.example <script>z</script>"));
        QVERIFY(!html.contains(QLatin1String("<img")));
        QVERIFY(!html.contains(QLatin1String("<script")));
        QVERIFY(html.contains(QLatin1String("&lt;img src=x&gt; &amp; &quot;y&quot;")));
    }

    void anAddressThatIsTooLongStaysText() {
        QVERIFY(linked(QString(QStringLiteral("https://a.example/") + QString(5'000, u'x'))).isEmpty());
    }

    void onlyWebAddressesAreOpened_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("web");
        QTest::newRow("https") << QStringLiteral("https://a.example/x?y#z") << true;
        QTest::newRow("http") << QStringLiteral("http://localhost:8000") << true;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
        QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << false;
        QTest::newRow("user") << QStringLiteral("https://bank.example@evil.example") << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void onlyWebAddressesAreOpened() {
        QFETCH(const QString, address);
        QFETCH(const bool, web);
        QCOMPARE(isWebAddress(address), web);
    }
};

QTEST_APPLESS_MAIN(LinksTest)
#include "tst_links.moc"
