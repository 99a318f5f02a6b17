#include "models/NickColor.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <string_view>

using chinwag::models::NickColor;

namespace {

// Relative luminance and contrast as WCAG 2 defines them.
double channel(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}
double luminance(const QColor& color) {
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}
double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class NickColorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyHueIsReadable() {
        const QColor lightPaper(0xF5, 0xF2, 0xEC);
        const QColor darkPaper(0x13, 0x16, 0x15);
        QSet<double> hues;
        for (int i = 0; i < 400; ++i) {
            const QString nick = QStringLiteral("nick%1").arg(i);
            hues.insert(NickColor::hue(nick));
            QVERIFY(contrast(NickColor::text(nick, false), lightPaper) >= 4.5);
            QVERIFY(contrast(NickColor::text(nick, true), darkPaper) >= 4.5);
            QVERIFY(contrast(NickColor::disc(nick, false), Qt::white) >= 4.5);
            QVERIFY(contrast(NickColor::disc(nick, true), Qt::white) >= 4.5);
        }
        QCOMPARE(hues.size(), 18);
    }

    void isTheSameInAnyCase() {
        QCOMPARE(NickColor::hue(QStringLiteral("Robin")), NickColor::hue(QStringLiteral("rOBIN")));
    }

    // degrees.
    // FNV-1a over the lower case, in 18 steps: what avatar.ts computes.
    void isThePagesHue() {
        quint32 hash = 0x811C9DC5;
        for (const char c : std::string_view("alice"))
            hash = (hash ^ static_cast<quint8>(c)) * 0x01000193;
        QCOMPARE(NickColor::hue(QStringLiteral("Alice")), (hash % 18) * 20.0);
    }

    void initials_data() {
        QTest::addColumn<QString>("nick");
        QTest::addColumn<QString>("initial");
        QTest::newRow("lower case") << QStringLiteral("robin") << QStringLiteral("R");
        QTest::newRow("nothing") << QString() << QStringLiteral("?");
        QTest::newRow("emoji of two") << QStringLiteral("👍🏽x") << QStringLiteral("👍🏽");
        QTest::newRow("composed") << QStringLiteral("e\u0301mile") << QStringLiteral("E\u0301");
        QTest::newRow("arabic") << QStringLiteral("صوفيا") << QStringLiteral("ص");
    }
    void initials() {
        QFETCH(const QString, nick);
        QFETCH(const QString, initial);
        QCOMPARE(NickColor::initial(nick), initial);
    }
};

QTEST_APPLESS_MAIN(NickColorTest)
#include "tst_nick_color.moc"
