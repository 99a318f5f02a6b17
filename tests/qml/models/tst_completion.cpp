#include "models/Completion.h"

#include <QAbstractItemModelTester>
#include <QTest>

using chinwag::models::Completion;
using chinwag::models::Replacement;

class CompletionTest : public QObject {
    Q_OBJECT

    static QStringList people() {
        return {QStringLiteral("Ada"), QStringLiteral("Adam Smith"), QStringLiteral("Marguerite-Charlotte"),
                QString(), QStringLiteral("صوفيا")};
    }

    static QStringList offered(const Completion& completion) {
        QStringList out;
        for (int row = 0; row < completion.count(); ++row)
            out << completion.data(completion.index(row), Completion::NameRole).toString();
        return out;
    }

    static QString applied(QString text, const Replacement& replacement) {
        return text.replace(replacement.start, replacement.length, replacement.text);
    }

private Q_SLOTS:
    void offers_data() {
        QTest::addColumn<QString>("text"); // the cursor stands at the end
        QTest::addColumn<QStringList>("names");
        const QStringList nothing;
        QTest::newRow("nothing") << QString() << nothing;
        QTest::newRow("a word") << QStringLiteral("Ada") << nothing;
        QTest::newRow("everybody with a name")
            << QStringLiteral("@")
            << QStringList{QStringLiteral("Ada"), QStringLiteral("Adam Smith"),
                           QStringLiteral("Marguerite-Charlotte"), QStringLiteral("صوفيا")};
        QTest::newRow("who begins so") << QStringLiteral("hello @ad")
                                       << QStringList{QStringLiteral("Ada"), QStringLiteral("Adam Smith")};
        QTest::newRow("with a space")
            << QStringLiteral("@adam s") << QStringList{QStringLiteral("Adam Smith")};
        QTest::newRow("by the second part")
            << QStringLiteral("(@char") << QStringList{QStringLiteral("Marguerite-Charlotte")};
        QTest::newRow("from right to left") << QStringLiteral("@صو") << QStringList{QStringLiteral("صوفيا")};
        QTest::newRow("nobody") << QStringLiteral("@zoe") << nothing;
        QTest::newRow("an address of mail") << QStringLiteral("robin@ad") << nothing;
        QTest::newRow("the line before") << QStringLiteral("@\nad") << nothing;
        QTest::newRow("done with") << QStringLiteral("@Ada and I") << nothing;
        QTest::newRow("a face") << QStringLiteral(":D") << nothing;
        QTest::newRow("a time") << QStringLiteral("10:30") << nothing;
        QTest::newRow("an address") << QStringLiteral("https://to") << nothing;
        QTest::newRow("code") << QStringLiteral("`:piz") << nothing;
        QTest::newRow("an emoji") << QStringLiteral("so :piz") << QStringList{QStringLiteral(":pizza:")};
        QTest::newRow("an emoji by another word")
            << QStringLiteral(":weihnachts") << QStringList{QStringLiteral(":christmas_tree:")};
        QTest::newRow("an emoji behind another")
            << QStringLiteral("🍕:piz") << QStringList{QStringLiteral(":pizza:")};
    }

    void offers() {
        QFETCH(const QString, text);
        QFETCH(const QStringList, names);
        Completion completion;
        const QAbstractItemModelTester tester(&completion);
        completion.setPeople(people());
        completion.look(text, static_cast<int>(text.size()));
        QCOMPARE(offered(completion), names);
        QCOMPARE(completion.kind() == Completion::None, names.isEmpty());
    }

    void choosingPutsItInPlace() {
        Completion completion;
        completion.setPeople(people());
        const QString text = QStringLiteral("well, @ad, yes");
        completion.look(text, 9);
        QCOMPARE(applied(text, completion.choose(1)), QStringLiteral("well, @Adam Smith , yes"));
        QVERIFY(completion.choose(1).emoji.isEmpty());
        QCOMPARE(completion.choose(2).length, 0);
        QCOMPARE(completion.choose(-1).length, 0);
        completion.look(QStringLiteral(":pizz"), 5);
        QCOMPARE(applied(QStringLiteral(":pizz"), completion.choose(0)), QStringLiteral("🍕"));
        QCOMPARE(completion.choose(0).emoji, QStringLiteral("🍕"));
    }

    void theChoiceGoesRound() {
        Completion completion;
        completion.setPeople(people());
        completion.look(QStringLiteral("@ad"), 3);
        QCOMPARE(completion.current(), 0);
        completion.setCurrent(-1);
        QCOMPARE(completion.current(), 1);
        completion.setCurrent(2);
        QCOMPARE(completion.current(), 0);
        completion.setCurrent(1);
        completion.look(QStringLiteral("@ada"), 4);
        QCOMPARE(completion.current(), 1); // both still begin so
        completion.look(QStringLiteral("@adam"), 5);
        QCOMPARE(completion.current(), 0);
    }

    void nothingIsOfferedForAWordThatWasDismissed() {
        Completion completion;
        completion.setPeople(people());
        completion.look(QStringLiteral("@a"), 2);
        QVERIFY(completion.count() > 0);
        completion.dismiss();
        QCOMPARE(completion.count(), 0);
        completion.look(QStringLiteral("@ad"), 3);
        QCOMPARE(completion.count(), 0);
        completion.look(QStringLiteral("@ad, @a"), 7);
        QVERIFY(completion.count() > 0);
        completion.look({}, 0);
        completion.look(QStringLiteral("@a"), 2);
        QVERIFY(completion.count() > 0);
    }

    void aWrittenNameBecomesItsEmoji_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("after");
        QTest::newRow("one") << QStringLiteral("so :pizza:") << QStringLiteral("so 🍕");
        QTest::newRow("with a sign") << QStringLiteral(":+1:") << QStringLiteral("👍");
        QTest::newRow("unknown") << QStringLiteral(":pizzza:") << QStringLiteral(":pizzza:");
        QTest::newRow("nothing between") << QStringLiteral("::") << QStringLiteral("::");
        QTest::newRow("a time") << QStringLiteral("9:100:") << QStringLiteral("9:100:");
        QTest::newRow("no colon") << QStringLiteral(":pizza") << QStringLiteral(":pizza");
        QTest::newRow("empty") << QString() << QString();
    }

    void aWrittenNameBecomesItsEmoji() {
        QFETCH(const QString, text);
        QFETCH(const QString, after);
        QCOMPARE(applied(text, Completion::written(text, static_cast<int>(text.size()))), after);
    }
};

QTEST_APPLESS_MAIN(CompletionTest)
#include "tst_completion.moc"
