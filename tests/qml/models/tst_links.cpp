#include "models/Links.h"

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
        row("https://a.example/?a=1&b=2!", one("https://a.example/?a=1&b=2"));
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
        QStringList found;
        for (const AddressSpan& span : addressesIn(text))
            found.append(text.mid(span.from, span.length));
        QCOMPARE(found, addresses);
    }

    void anAddressIsEscapedWhereItIsShown() {
        QCOMPARE(anchor(QStringLiteral("https://a.example/?a=1&b=\"")),
                 QStringLiteral("<a href=\"https://a.example/?a=1&amp;b=&quot;\">"
                                "https://a.example/?a=1&amp;b=&quot;</a>"));
    }

    void anAddressThatIsTooLongStaysText() {
        QVERIFY(addressesIn(QString(QStringLiteral("https://a.example/") + QString(5'000, u'x'))).isEmpty());
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
