#include "http/Wildcard.h"

#include <QTest>

#include <string>

using chinwag::http::matchesWildcard;

class WildcardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matches_data() {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char* pattern, const char* name, bool expected) {
            QTest::addRow("%s on %s", pattern, name) << QByteArray(pattern) << QByteArray(name) << expected;
        };
        row("", "", true);
        row("", "a", false);
        row("a", "a", true);
        row("a", "A", false);
        row("a", "ab", false);
        row("ab", "a", false);
        row("*", "", true);
        row("*", "chat:lobby", true);
        row("**", "a", true);
        row("chat:*", "chat:lobby", true);
        row("chat:*", "chat:", true);
        row("chat:*", "chats:a", false);
        row("*lobby", "chat:lobby", true);
        row("*lobby", "chat:lobby2", false);
        row("c*:*y", "chat:lobby", true);
        row("*ab*abc", "abababc", true);
        row("*ab*abd", "abababc", false);
        row("?", "a", true);
        row("?", "", false);
        row("a?c", "abc", true);
        row("a?c", "ac", false);
        row("*?", "a", true);
        row("[a]", "a", false);
        row("[a]", "[a]", true);
    }

    void matches() {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, name);
        QFETCH(bool, expected);
        QCOMPARE(matchesWildcard(pattern.toStdString(), name.toStdString()), expected);
    }

    // With stars that try everything this would outlast the world.
    void manyStarsTakeNoLonger() {
        std::string pattern;
        for (int i = 0; i < 100; ++i)
            pattern += "*a";
        QVERIFY(!matchesWildcard(pattern + "b", std::string(255, 'a')));
    }
};

QTEST_APPLESS_MAIN(WildcardTest)
#include "WildcardTest.moc"
