#include "store/SearchWords.h"

#include <QByteArray>
#include <QTest>

#include <string>

using chinwag::store::SearchPhrases;
using chinwag::store::searchWords;

class SearchWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreWhatIsLeft_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("signs") << " -- !? "
                               << "";
        QTest::newRow("ASCII") << "  Hello, WORLD-42! "
                               << "hello world 42";
        QTest::newRow("accents") << "\u00C9t\u00E9"
                                 << "ete";
        QTest::newRow("sharp s") << "Stra\u00DFe"
                                 << "strasse";
        QTest::newRow("ligature") << "\uFB01ne"
                                  << "fine";
        QTest::newRow("full width") << "\uFF21\uFF22\uFF23"
                                    << "abc";
        QTest::newRow("final sigma") << "\u039F\u0394\u039F\u03A3 \u03BF\u03B4\u03BF\u03C2"
                                     << "\u03BF\u03B4\u03BF\u03C3 \u03BF\u03B4\u03BF\u03C3";
        QTest::newRow("one by one") << "\u4F60\u597Dabc"
                                    << "\u4F60 \u597D abc";
        QTest::newRow("emoji") << "a\U0001F600b"
                               << "a b";
        QTest::newRow("beyond the first plane") << "\U00020000\U00020001"
                                                << "\U00020000 \U00020001";
    }
    void wordsAreWhatIsLeft() {
        QFETCH(const QString, text);
        QFETCH(const QString, words);
        QCOMPARE(QString::fromStdString(searchWords(text.toStdString())), words);
        // Doing it again changes nothing.
        QCOMPARE(QString::fromStdString(searchWords(words.toStdString())), words);
    }

    void longWordsAreCut() {
        QCOMPARE(searchWords(std::string(600, 'a')),
                 std::string(256, 'a') + ' ' + std::string(256, 'a') + ' ' + std::string(88, 'a'));
        const std::string umlauts = QString(300, QChar(0xE4)).toStdString();
        QCOMPARE(searchWords(umlauts), std::string(256, 'a') + ' ' + std::string(44, 'a'));
    }

    void brokenTextIsNoDanger() { QCOMPARE(searchWords("ab\xFF\xFE cd\xC3"), std::string("ab cd")); }

    void queriesAreQuoted_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("fts5");
        QTest::addColumn<QString>("tsquery");
        QTest::newRow("nothing") << " ' "
                                 << ""
                                 << "";
        QTest::newRow("a word") << "Fox"
                                << "\"fox\" *"
                                << "('fox':*)";
        QTest::newRow("two") << "quick fox"
                             << "\"quick\" \"fox\" *"
                             << "('quick') & ('fox':*)";
        QTest::newRow("a phrase") << "well-known man"
                                  << "\"well known\" \"man\" *"
                                  << "('well' <-> 'known') & ('man':*)";
        QTest::newRow("commands") << "a\" OR NEAR( b'; c:*"
                                  << "\"a\" \"or\" \"near\" \"b\" \"c\" *"
                                  << "('a') & ('or') & ('near') & ('b') & ('c':*)";
    }
    void queriesAreQuoted() {
        QFETCH(const QString, query);
        const SearchPhrases phrases(query.toStdString());
        QTEST(QString::fromStdString(phrases.toFts5()), "fts5");
        QTEST(QString::fromStdString(phrases.toTsquery()), "tsquery");
    }

    void queriesAreBounded() {
        std::string query;
        for (int i = 0; i < 1'000; ++i)
            query += "w" + std::to_string(i) + ' ';
        QCOMPARE(QByteArray::fromStdString(SearchPhrases(query).toTsquery()).count('&'), 15);
    }
};

QTEST_APPLESS_MAIN(SearchWordsTest)
#include "SearchWordsTest.moc"
