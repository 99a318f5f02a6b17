#include "models/EmojiModel.h"
#include "models/EmojiTable.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using chinwag::models::EmojiModel;
using chinwag::models::EmojiTable;

class EmojiTest : public QObject {
    Q_OBJECT

    static QStringList found(const QString& query) {
        QStringList out;
        for (const int place : EmojiTable::instance().search(query))
            out << EmojiTable::instance().all()[static_cast<std::size_t>(place)].text;
        return out;
    }

private Q_SLOTS:
    void theTableIsSound() {
        const EmojiTable& table = EmojiTable::instance();
        QVERIFY(table.all().size() > 400);
        QVERIFY(table.groups().size() > 5);
        QSet<QString> names;
        QSet<QString> texts;
        for (const EmojiTable::Emoji& emoji : table.all()) {
            QVERIFY2(!texts.contains(emoji.text), qPrintable(emoji.text));
            texts.insert(emoji.text);
            QVERIFY(emoji.text.toUcs4().first() > 0x200);
            QVERIFY(emoji.group >= 0 && emoji.group < table.groups().size());
            QVERIFY(!emoji.names.isEmpty());
            for (const QString& name : emoji.names) {
                QVERIFY2(!names.contains(name), qPrintable(name));
                QVERIFY2(!name.isEmpty() && name == name.toLower(), qPrintable(name));
                names.insert(name);
            }
        }
    }

    void everyGroupHasANameForPeople() {
        const QStringList names = EmojiModel::groups();
        QCOMPARE(names.size(), EmojiTable::instance().groups().size());
        for (qsizetype i = 0; i < names.size(); ++i)
            QVERIFY2(names.at(i) != EmojiTable::instance().groups().at(i), qPrintable(names.at(i)));
    }

    void isFound_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("first");
        QTest::newRow("by name") << QStringLiteral("coffee") << QStringLiteral("☕");
        QTest::newRow("by a name of two words") << QStringLiteral("heart eyes") << QStringLiteral("😍");
        QTest::newRow("by another name") << QStringLiteral("+1") << QStringLiteral("👍");
        QTest::newRow("by the beginning of a name") << QStringLiteral("thumbsu") << QStringLiteral("👍");
        QTest::newRow("whatever the case") << QStringLiteral("TaDa") << QStringLiteral("🎉");
        QTest::newRow("in German") << QStringLiteral("kaffee") << QStringLiteral("☕");
        QTest::newRow("in German, with an umlaut") << QStringLiteral("LÖW") << QStringLiteral("🦁");
        QTest::newRow("by words in any order") << QStringLiteral("german fl") << QStringLiteral("🇩🇪");
    }

    void isFound() {
        QFETCH(const QString, query);
        QFETCH(const QString, first);
        QCOMPARE(found(query).value(0), first);
    }

    void nothingIsFoundForNonsense() {
        QVERIFY(found(QStringLiteral("qqqq")).isEmpty());
        QVERIFY(found(QStringLiteral("coffee qqqq")).isEmpty());
        QCOMPARE(found(QStringLiteral(" ")).size(),
                 static_cast<qsizetype>(EmojiTable::instance().all().size()));
        QCOMPARE(EmojiTable::instance().findName(QStringLiteral("qqqq")), -1);
        QCOMPARE(EmojiTable::instance().findText(QStringLiteral("q")), -1);
    }

    void theModelShowsAGroup() {
        EmojiModel model;
        const int first = model.count();
        QVERIFY(first > 20);
        QSignalSpy counted(&model, &EmojiModel::countChanged);
        model.setGroup(1);
        QVERIFY(!counted.isEmpty());
        QCOMPARE(model.emojiAt(0), QStringLiteral("👋"));
        QCOMPARE(model.nameAt(0), QStringLiteral("wave"));
        QCOMPARE(model.emojiAt(model.count()), QString());
        QCOMPARE(model.emojiAt(-1), QString());
    }

    void searchingGoesThroughAllGroups() {
        EmojiModel model;
        model.setGroup(2);
        model.setQuery(QStringLiteral("pizza"));
        QCOMPARE(model.count(), 1);
        QCOMPARE(model.emojiAt(0), QStringLiteral("🍕"));
        model.setQuery({});
        QCOMPARE(model.emojiAt(0), QStringLiteral("🐶"));
    }

    void whatWasUsedLastComesInItsOrder() {
        EmojiModel model;
        model.setGroup(EmojiModel::RecentGroup);
        QCOMPARE(model.count(), 0);
        model.setRecent({QStringLiteral("☕"), QStringLiteral("not one"), QStringLiteral("👍")});
        QCOMPARE(model.count(), 2);
        QCOMPARE(model.emojiAt(0), QStringLiteral("☕"));
        QCOMPARE(model.emojiAt(1), QStringLiteral("👍"));
    }
};

QTEST_APPLESS_MAIN(EmojiTest)
#include "tst_emoji.moc"
