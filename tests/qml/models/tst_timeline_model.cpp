#include "models/TimelineModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace chinwag;
using models::TimelineModel;
using sdk::MessageState;

namespace {

QDateTime at(int minute, int day = 24) {
    return {QDate(2026, 11, day), QTime(8, 0).addSecs(60 * minute)};
}

QVariant value(const TimelineModel& model, int row, int role) {
    return model.data(model.index(row), role);
}

// The texts, oldest first.
QStringList texts(const TimelineModel& model) {
    QStringList out;
    for (int row = model.count() - 1; row >= 0; --row)
        out.append(value(model, row, TimelineModel::TextRole).toString());
    return out;
}

sdk::Publication message(const QString& nick, const QString& text, const QString& id = {}) {
    sdk::Publication publication;
    publication.nick = nick;
    publication.text = text;
    publication.id = id;
    return publication;
}

void add(TimelineModel& model, const QString& nick, const QString& text, bool own, const QDateTime& when) {
    sdk::Publication publication = message(nick, text);
    publication.own = own;
    model.take(publication, when);
}

// It comes back as it was written.
bool confirm(TimelineModel& model, quint64 id, const QDateTime& when) {
    sdk::Publication publication;
    for (int row = 0; row < model.count(); ++row) {
        if (value(model, row, TimelineModel::MessageIdRole).toULongLong() == id)
            publication = message(value(model, row, TimelineModel::NickRole).toString(),
                                  value(model, row, TimelineModel::TextRole).toString());
    }
    publication.ownId = id;
    return model.confirm(id, publication, when);
}

constexpr QLatin1String ada("Ada");
constexpr QLatin1String robin("Robin");

struct Checked {
    explicit Checked(int limit = TimelineModel::defaultLimit)
        : model(limit), tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest) {}

    TimelineModel model;
    QAbstractItemModelTester tester;
};

} // namespace

class TimelineModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNewestIsRowZero() {
        Checked checked;
        TimelineModel& model = checked.model;
        add(model, ada, QStringLiteral("one"), false, at(0));
        add(model, ada, QStringLiteral("two"), false, at(0));
        QCOMPARE(value(model, 0, TimelineModel::TextRole).toString(), QStringLiteral("two"));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowCount(model.index(0)), 0);
        QCOMPARE(model.data(QModelIndex(), TimelineModel::TextRole), QVariant());
    }

    void groupsByAuthorAndTime_data() {
        QTest::addColumn<QString>("nick");
        QTest::addColumn<bool>("own");
        QTest::addColumn<int>("minute");
        QTest::addColumn<int>("day");
        QTest::addColumn<bool>("continues");
        QTest::newRow("same author at once") << QString(ada) << false << 0 << 24 << true;
        QTest::newRow("same author soon") << QString(ada) << false << 4 << 24 << true;
        QTest::newRow("same author late") << QString(ada) << false << 5 << 24 << false;
        QTest::newRow("another author") << QString(robin) << false << 0 << 24 << false;
        QTest::newRow("same name but ours") << QString(ada) << true << 0 << 24 << false;
        QTest::newRow("next day") << QString(ada) << false << 0 << 25 << false;
    }
    void groupsByAuthorAndTime() {
        QFETCH(const QString, nick);
        QFETCH(const bool, own);
        QFETCH(const int, minute);
        QFETCH(const int, day);
        QFETCH(const bool, continues);
        Checked checked;
        TimelineModel& model = checked.model;
        add(model, ada, QStringLiteral("one"), false, at(0));
        add(model, nick, QStringLiteral("two"), own, at(minute, day));
        QCOMPARE(value(model, 1, TimelineModel::FirstOfGroupRole).toBool(), true);
        QCOMPARE(value(model, 1, TimelineModel::LastOfGroupRole).toBool(), !continues);
        QCOMPARE(value(model, 0, TimelineModel::FirstOfGroupRole).toBool(), !continues);
        QCOMPARE(value(model, 0, TimelineModel::LastOfGroupRole).toBool(), true);
        QCOMPARE(value(model, 1, TimelineModel::DayRole).toString().isEmpty(), false);
        QCOMPARE(value(model, 0, TimelineModel::DayRole).toString().isEmpty(), day == 24);
    }

    void aNoticeEndsAGroup() {
        Checked checked;
        TimelineModel& model = checked.model;
        add(model, ada, QStringLiteral("one"), false, at(0));
        model.addNotice(QStringLiteral("Reconnected."), at(0));
        add(model, ada, QStringLiteral("two"), false, at(0));
        QCOMPARE(value(model, 1, TimelineModel::NoticeRole).toBool(), true);
        QCOMPARE(value(model, 2, TimelineModel::LastOfGroupRole).toBool(), true);
        QCOMPARE(value(model, 0, TimelineModel::FirstOfGroupRole).toBool(), true);
    }

    void theViewHearsWhenAGroupGrows() {
        Checked checked;
        TimelineModel& model = checked.model;
        add(model, ada, QStringLiteral("one"), false, at(0));
        QSignalSpy changes(&model, &TimelineModel::dataChanged);
        add(model, ada, QStringLiteral("two"), false, at(0));
        bool told = false;
        for (const auto& change : changes)
            told = told || change.at(1).toModelIndex().row() == 1;
        QVERIFY(told);
    }

    void whatIsOnItsWayStaysBelow() {
        Checked checked;
        TimelineModel& model = checked.model;
        model.addPending(1, robin, QStringLiteral("mine"), at(0));
        add(model, ada, QStringLiteral("hers"), false, at(1));
        QCOMPARE(texts(model), QStringList({QStringLiteral("hers"), QStringLiteral("mine")}));
        QCOMPARE(value(model, 0, TimelineModel::StateRole).toInt(), TimelineModel::Waiting);
        model.setState(1, MessageState::Sending);
        QCOMPARE(value(model, 0, TimelineModel::StateRole).toInt(), TimelineModel::Sending);
        QVERIFY(confirm(model, 1, at(2)));
        QCOMPARE(value(model, 0, TimelineModel::StateRole).toInt(), TimelineModel::Delivered);
        add(model, ada, QStringLiteral("later"), false, at(3));
        QCOMPARE(texts(model),
                 QStringList({QStringLiteral("hers"), QStringLiteral("mine"), QStringLiteral("later")}));
        QVERIFY(!confirm(model, 1, at(3)));
    }

    void whatComesBackFirstStandsFirst() {
        Checked checked;
        TimelineModel& model = checked.model;
        model.addPending(1, robin, QStringLiteral("failed"), at(0));
        model.addPending(2, robin, QStringLiteral("waits"), at(0));
        model.addPending(3, robin, QStringLiteral("arrives"), at(0));
        model.setState(1, MessageState::Failed);
        QVERIFY(confirm(model, 3, at(1)));
        QCOMPARE(texts(model),
                 QStringList({QStringLiteral("arrives"), QStringLiteral("failed"), QStringLiteral("waits")}));
        QVERIFY(confirm(model, 2, at(1)));
        QCOMPARE(texts(model),
                 QStringList({QStringLiteral("arrives"), QStringLiteral("waits"), QStringLiteral("failed")}));
        QCOMPARE(value(model, 0, TimelineModel::StateRole).toInt(), TimelineModel::Failed);
        model.removePending(1);
        model.removePending(1);
        QCOMPARE(model.count(), 2);
    }

    void staysWithinItsLimit() {
        Checked checked(5);
        TimelineModel& model = checked.model;
        QSignalSpy trimmed(&model, &TimelineModel::trimmedChanged);
        for (int i = 0; i < 12; ++i)
            add(model, ada, QString::number(i), false, at(i));
        QCOMPARE(texts(model), QStringList({QStringLiteral("7"), QStringLiteral("8"), QStringLiteral("9"),
                                            QStringLiteral("10"), QStringLiteral("11")}));
        QCOMPARE(trimmed.size(), 1);
        QVERIFY(model.isTrimmed());
        // The oldest line that is left begins a day and a group.
        QVERIFY(!value(model, 4, TimelineModel::DayRole).toString().isEmpty());
        QVERIFY(value(model, 4, TimelineModel::FirstOfGroupRole).toBool());
        model.clear();
        QCOMPARE(model.count(), 0);
        QVERIFY(!model.isTrimmed());
    }

    void evenWhenAllIsOnItsWay() {
        Checked checked(3);
        TimelineModel& model = checked.model;
        for (quint64 id = 1; id <= 6; ++id)
            model.addPending(id, robin, QString::number(id), at(0));
        QCOMPARE(model.count(), 3);
        add(model, ada, QStringLiteral("x"), false, at(0));
        QCOMPARE(model.count(), 3);
        QVERIFY(confirm(model, 6, at(0)));
        QVERIFY(!confirm(model, 1, at(0)));
    }

    void manyLinesAreNoBurden() {
        TimelineModel model;
        for (int i = 0; i < TimelineModel::defaultLimit + 5; ++i)
            add(model, ada, QStringLiteral("line"), false, at(0));
        QCOMPARE(model.count(), TimelineModel::defaultLimit);
    }

    void saysWhenSomebodyElseSpoke() {
        TimelineModel model;
        QSignalSpy heard(&model, &TimelineModel::heard);
        add(model, ada, QStringLiteral("a"), false, at(0));
        add(model, robin, QStringLiteral("b"), true, at(0));
        model.addNotice(QStringLiteral("c"), at(0));
        QCOMPARE(heard.size(), 1);
    }

    void namesEveryRole() {
        const TimelineModel model;
        const auto names = model.roleNames();
        for (int role = TimelineModel::NickRole; role <= TimelineModel::IgnoredRole; ++role)
            QVERIFY(names.contains(role));
    }

    void serversTimesAreShownAndNothingTwice() {
        Checked checked;
        TimelineModel& model = checked.model;
        sdk::Publication first = message(ada, QStringLiteral("one"), QStringLiteral("m1"));
        first.at = at(-60);
        model.take(first, at(0));
        model.take(first, at(1));
        QCOMPARE(texts(model), QStringList{QStringLiteral("one")});
        QCOMPARE(value(model, 0, TimelineModel::TimeRole).toString(), QStringLiteral("07:00"));
    }

    void editsAndRedactionsChangeWhatIsThere() {
        Checked checked;
        TimelineModel& model = checked.model;
        model.take(message(ada, QStringLiteral("one"), QStringLiteral("m1")), at(0));
        model.take(message(ada, QStringLiteral("two"), QStringLiteral("m2")), at(0));
        sdk::Publication change = message({}, QStringLiteral("eins https://a.example"), QStringLiteral("m1"));
        change.kind = sdk::Publication::Kind::Edited;
        model.take(change, at(1));
        QVERIFY(value(model, 1, TimelineModel::EditedRole).toBool());
        QVERIFY(!value(model, 1, TimelineModel::MarkupRole).toString().isEmpty());
        change.id = QStringLiteral("m2");
        change.kind = sdk::Publication::Kind::Redacted;
        model.take(change, at(1));
        QVERIFY(value(model, 0, TimelineModel::RedactedRole).toBool());
        QCOMPARE(texts(model), QStringList({QStringLiteral("eins https://a.example"), QString()}));
        // What was taken back does not come again, and what is not here is not changed.
        change.kind = sdk::Publication::Kind::Edited;
        model.take(change, at(2));
        change.id = QStringLiteral("m9");
        model.take(change, at(2));
        QCOMPARE(model.count(), 2);
        QCOMPARE(value(model, 0, TimelineModel::TextRole).toString(), QString());
    }

    void answersNameWhatTheyAnswer() {
        Checked checked;
        TimelineModel& model = checked.model;
        model.take(message(ada, QStringLiteral("shall\nwe?"), QStringLiteral("m1")), at(0));
        sdk::Publication answer = message(robin, QStringLiteral("yes"), QStringLiteral("m2"));
        answer.replyTo = QStringLiteral("m1");
        model.take(answer, at(1));
        QCOMPARE(value(model, 0, TimelineModel::ReplyNickRole).toString(), QString(ada));
        QCOMPARE(value(model, 0, TimelineModel::ReplyTextRole).toString(), QStringLiteral("shall we?"));
        QCOMPARE(value(model, 1, TimelineModel::ReplyTextRole).toString(), QString());
    }

    void thePastGoesInFront() {
        Checked checked(5);
        TimelineModel& model = checked.model;
        model.take(message(ada, QStringLiteral("4"), QStringLiteral("m4")), at(4));
        model.addPending(1, robin, QStringLiteral("5"), at(5));
        model.prepend({message(ada, QStringLiteral("1"), QStringLiteral("m1")),
                       message(ada, QStringLiteral("2"), QStringLiteral("m2")),
                       message(ada, QStringLiteral("3"), QStringLiteral("m3")),
                       message(ada, QStringLiteral("4"), QStringLiteral("m4"))},
                      at(0));
        QCOMPARE(texts(model), QStringList({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"),
                                            QStringLiteral("4"), QStringLiteral("5")}));
        QVERIFY(model.isFull());
        QVERIFY(!model.isTrimmed());
        model.prepend({message(ada, QStringLiteral("0"), QStringLiteral("m0"))}, at(0));
        QCOMPARE(model.count(), 5);
    }

    void findsMessagesWhateverHappensAroundThem() {
        Checked checked(6);
        TimelineModel& model = checked.model;
        const auto textOf = [&model](const char* id) {
            const int row = model.rowOfMessage(QString::fromLatin1(id));
            return row < 0 ? QStringLiteral("none") : value(model, row, TimelineModel::TextRole).toString();
        };
        model.take(message(ada, QStringLiteral("3"), QStringLiteral("m3")), at(3));
        model.addPending(1, robin, QStringLiteral("failed"), at(4));
        model.addPending(2, robin, QStringLiteral("4"), at(4));
        model.prepend({message(ada, QStringLiteral("1"), QStringLiteral("m1")),
                       message(ada, QStringLiteral("2"), QStringLiteral("m2"))},
                      at(0));
        sdk::Publication own = message(robin, QStringLiteral("4"), QStringLiteral("m4"));
        own.ownId = 2;
        QVERIFY(model.confirm(2, own, at(4)));
        model.removePending(1);
        for (const char* const id : {"m1", "m2", "m3", "m4"})
            QCOMPARE(textOf(id), QString::fromLatin1(id + 1));
        for (int i = 5; i <= 7; ++i)
            model.take(message(ada, QString::number(i), QStringLiteral("m%1").arg(i)), at(i));
        QCOMPARE(textOf("m1"), QStringLiteral("none"));
        for (const char* const id : {"m2", "m4", "m7"})
            QCOMPARE(textOf(id), QString::fromLatin1(id + 1));
        QCOMPARE(textOf(""), QStringLiteral("none"));
        // Only ours are ours to change, and only the server's names can be answered.
        QCOMPARE(model.newestChangeable(), model.rowOfMessage(QStringLiteral("m4")));
        QVERIFY(!value(model, 0, TimelineModel::ChangeableRole).toBool());
        QVERIFY(value(model, 0, TimelineModel::AnswerableRole).toBool());
        model.addPending(3, robin, QStringLiteral("8"), at(8));
        QVERIFY(!value(model, 0, TimelineModel::AnswerableRole).toBool());
        model.clear();
        QCOMPARE(textOf("m4"), QStringLiteral("none"));
        QCOMPARE(model.newestChangeable(), -1);
    }

    void aDividerStaysWithItsMessage() {
        Checked checked(6);
        TimelineModel& model = checked.model;
        const auto divided = [&model] {
            const int row = model.dividerRow();
            return row < 0 ? QStringLiteral("nowhere")
                           : value(model, row, TimelineModel::TextRole).toString();
        };
        model.take(message(ada, QStringLiteral("1"), QStringLiteral("m1")), at(1));
        QCOMPARE(divided(), QStringLiteral("nowhere"));
        model.take(message(ada, QStringLiteral("2"), QStringLiteral("m2")), at(1));
        QVERIFY(!value(model, 0, TimelineModel::FirstOfGroupRole).toBool());
        model.divideBeforeNewest();
        QCOMPARE(divided(), QStringLiteral("2"));
        QVERIFY(value(model, 0, TimelineModel::UnreadRole).toBool());
        QVERIFY(!value(model, 1, TimelineModel::UnreadRole).toBool());
        // A group ends at it.
        QVERIFY(value(model, 0, TimelineModel::FirstOfGroupRole).toBool());
        QVERIFY(value(model, 1, TimelineModel::LastOfGroupRole).toBool());
        model.addPending(1, robin, QStringLiteral("3"), at(2));
        model.prepend({message(ada, QStringLiteral("0"), QStringLiteral("m0"))}, at(0));
        sdk::Publication own = message(robin, QStringLiteral("3"), QStringLiteral("m3"));
        own.ownId = 1;
        QVERIFY(model.confirm(1, own, at(2)));
        QCOMPARE(divided(), QStringLiteral("2"));
        for (int i = 4; i <= 7; ++i)
            model.take(message(ada, QString::number(i), QStringLiteral("m%1").arg(i)), at(i));
        QCOMPARE(divided(), QStringLiteral("2"));
        model.take(message(ada, QStringLiteral("8"), QStringLiteral("m8")), at(8));
        QCOMPARE(divided(), QStringLiteral("nowhere")); // it went with its message
        QCOMPARE(model.heardBehind(QStringLiteral("m3")), 5);
        QCOMPARE(model.heardBehind(QStringLiteral("m1")), -1);
        // Ours do not count, nor what the program says.
        model.addNotice(QStringLiteral("hm"), at(9));
        QCOMPARE(model.newestServerId(), QStringLiteral("m8"));
        QCOMPARE(model.newestMessage(), 1);
        model.divideBeforeLast(2);
        QCOMPARE(divided(), QStringLiteral("7"));
        model.divideBeforeLast(100);
        QCOMPARE(divided(), QStringLiteral("4"));
        model.divideBeforeLast(0);
        QCOMPARE(divided(), QStringLiteral("nowhere"));
        model.divideBeforeNewest();
        model.removeDivider();
        QCOMPARE(divided(), QStringLiteral("nowhere"));
        model.divideBeforeLast(1);
        model.clear();
        QCOMPARE(divided(), QStringLiteral("nowhere"));
        QCOMPARE(model.newestServerId(), QString());
        QCOMPARE(model.newestMessage(), -1);
    }

    void whatIsTakenBackLeavesTheAnswersToo() {
        Checked checked;
        TimelineModel& model = checked.model;
        model.take(message(ada, QStringLiteral("secret"), QStringLiteral("m1")), at(0));
        sdk::Publication answer = message(robin, QStringLiteral("what?"), QStringLiteral("m2"));
        answer.replyTo = QStringLiteral("m1");
        model.take(answer, at(1));
        QSignalSpy changes(&model, &TimelineModel::dataChanged);
        sdk::Publication change = message({}, {}, QStringLiteral("m1"));
        change.kind = sdk::Publication::Kind::Redacted;
        model.take(change, at(2));
        QVERIFY(!value(model, 0, TimelineModel::ReplyTextRole).toString().contains(QLatin1String("secret")));
        bool told = false;
        for (const auto& changed : changes)
            told = told || changed.at(0).toModelIndex().row() == 0;
        QVERIFY(told);
    }
};

QTEST_GUILESS_MAIN(TimelineModelTest)
#include "tst_timeline_model.moc"
