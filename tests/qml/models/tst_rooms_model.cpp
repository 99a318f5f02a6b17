// The rooms on a client whose link does what the test says.
#include "models/RoomList.h"
#include "models/RoomsModel.h"
#include "support/ScriptedLink.h"
#include "support/Wait.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace chinwag;
using models::Room;
using models::RoomList;
using models::RoomsModel;
using models::TimelineModel;
using test::eventually;
using test::ScriptedLink;

namespace {

const QUrl server(QStringLiteral("ws://localhost:8000"));
// {"sub":"robin"}, which nobody verifies here.
const QString token = QStringLiteral("eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb2JpbiJ9.x");

QString channel(const char* name) {
    return QStringLiteral("chat:") + QLatin1String(name);
}

sdk::Backoff slow() {
    const std::chrono::hours hour(1);
    return {sdk::Backoff::Span{hour, hour, hour}, [] { return 0.0; }};
}

/// Somebody on a server, with everything that belongs to it.
struct Place {
    explicit Place(const QStringList& names = {QStringLiteral("attic"), QStringLiteral("lobby")},
                   const QString& withToken = {}) {
        rooms.open(server);
        QStringList channels;
        for (const QString& name : names)
            channels.append(rooms.room(QStringLiteral("chat:") + name)->channel());
        client.connectTo({server, QStringLiteral("Robin"), withToken}, channels);
        link().accept();
    }
    ScriptedLink& link() { return *script.link(); }
    Room& room(const char* name) { return *rooms.find(channel(name)); }
    void hear(const char* name, const QString& text, const QString& id = {}) {
        link().in(QLatin1String(name)).hear(ScriptedLink::said(QStringLiteral("Ada"), text, id));
    }
    QStringList titles() const {
        QStringList titles;
        for (int row = 0; row < list.count(); ++row)
            titles.append(list.index(row, 0).data(RoomsModel::TitleRole).toString());
        return titles;
    }

    test::LinkScript script;
    models::Preferences preferences{nullptr};
    sdk::Client client{script.maker(), slow()};
    models::IgnoreList ignored{preferences};
    RoomsModel rooms{client, ignored, preferences};
    RoomList list{rooms};
    QAbstractItemModelTester sourceTester{&rooms, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester listTester{&list, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class RoomsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesEveryRole() {
        Place place;
        const auto names = place.rooms.roleNames();
        for (int role = RoomsModel::RoomRole; role <= RoomsModel::HiddenRole; ++role) {
            QVERIFY(names.contains(role));
            QVERIFY(place.rooms.data(place.rooms.index(0), role).isValid());
        }
        QVERIFY(!place.rooms.data(QModelIndex(), RoomsModel::TitleRole).isValid());
        QCOMPARE(place.rooms.rowCount(place.rooms.index(0)), 0);
    }

    void pinnedOnesFirstThenByWhatWasSaidLast() {
        Place place({QStringLiteral("attic"), QStringLiteral("kitchen"), QStringLiteral("lobby")});
        // By name while nothing was said.
        QCOMPARE(place.titles(), QStringList({QStringLiteral("#attic"), QStringLiteral("#kitchen"),
                                              QStringLiteral("#lobby")}));
        auto message = ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("old"), QStringLiteral("m1"));
        message.at = QDateTime::fromMSecsSinceEpoch(1'000);
        place.link().in(QStringLiteral("lobby")).hear(message);
        message.id = QStringLiteral("m2");
        message.at = QDateTime::fromMSecsSinceEpoch(2'000);
        place.link().in(QStringLiteral("kitchen")).hear(message);
        QCOMPARE(place.titles(), QStringList({QStringLiteral("#kitchen"), QStringLiteral("#lobby"),
                                              QStringLiteral("#attic")}));
        place.room("attic").setPinned(true);
        QCOMPARE(place.titles().first(), QStringLiteral("#attic"));
        message.id = QStringLiteral("m3");
        message.at = QDateTime::fromMSecsSinceEpoch(3'000);
        place.link().in(QStringLiteral("lobby")).hear(message);
        QCOMPARE(place.titles(), QStringList({QStringLiteral("#attic"), QStringLiteral("#lobby"),
                                              QStringLiteral("#kitchen")}));
        QCOMPARE(place.list.rowOf(channel("lobby")), 1);
        QCOMPARE(place.list.channelAt(1), channel("lobby"));
        QCOMPARE(place.list.channelAt(9), QString());
        QCOMPARE(place.list.rowOf(channel("cellar")), -1);
    }

    void showsWhatIsLookedFor() {
        Place place;
        QSignalSpy counted(&place.list, &RoomList::countChanged);
        place.list.setFilter(QStringLiteral(" LOB"));
        QCOMPARE(place.titles(), QStringList{QStringLiteral("#lobby")});
        QVERIFY(!counted.isEmpty());
        place.list.setFilter(QStringLiteral("x"));
        QCOMPARE(place.list.count(), 0);
        place.list.setFilter({});
        QCOMPARE(place.list.count(), 2);
    }

    void countsWhatNobodyLookedAt() {
        Place place;
        place.room("lobby").setWatched(true);
        QSignalSpy heard(&place.rooms, &RoomsModel::heard);
        place.hear("lobby", QStringLiteral("seen"));
        place.hear("attic", QStringLiteral("one"), QStringLiteral("m1"));
        place.hear("attic", QStringLiteral("@robin: two"), QStringLiteral("m2"));
        place.hear("attic", QStringLiteral("two"), QStringLiteral("m2")); // nothing twice
        QCOMPARE(place.room("lobby").unread(), 0);
        QCOMPARE(place.room("attic").unread(), 2);
        QCOMPARE(place.room("attic").mentions(), 1);
        QCOMPARE(place.rooms.unread(), 2);
        QCOMPARE(place.rooms.mentions(), 1);
        QCOMPARE(heard.size(), 2);
        QCOMPARE(heard.at(0).at(3).toBool(), false);
        QCOMPARE(heard.at(1).at(3).toBool(), true);
        // Muted ones count for themselves, but what is said to oneself counts everywhere.
        place.room("attic").setMuted(true);
        QCOMPARE(place.rooms.unread(), 0);
        QCOMPARE(place.rooms.mentions(), 1);
        place.room("attic").setWatched(true);
        QCOMPARE(place.room("attic").unread(), 0);
        QCOMPARE(place.rooms.mentions(), 0);
    }

    void anAnswerToOneselfIsToOneself() {
        Place place;
        auto own = ScriptedLink::said(QStringLiteral("Robin"), QStringLiteral("soup?"), QStringLiteral("m1"));
        QVERIFY(place.room("attic").say(QStringLiteral("soup?")));
        QVERIFY(eventually([&] { return place.link().said().size() == 1; }));
        place.link().in(QStringLiteral("attic")).echo(0);
        auto answer = ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("yes"), QStringLiteral("m2"));
        answer.replyTo = place.room("attic").timeline()->newestServerId();
        place.link().hear(answer);
        QCOMPARE(place.room("attic").mentions(), 1);
        answer.id = QStringLiteral("m3");
        answer.replyTo = QStringLiteral("m2");
        place.link().hear(answer);
        QCOMPARE(place.room("attic").mentions(), 1);
        QCOMPARE(place.room("attic").unread(), 2);
    }

    void dividesWhatIsNewFromWhatWasRead() {
        Place place;
        Room& attic = place.room("attic");
        attic.setWatched(true);
        place.hear("attic", QStringLiteral("read"), QStringLiteral("m1"));
        QCOMPARE(attic.timeline()->dividerRow(), -1);
        attic.setWatched(false);
        place.hear("attic", QStringLiteral("new"), QStringLiteral("m2"));
        place.hear("attic", QStringLiteral("newer"), QStringLiteral("m3"));
        QCOMPARE(attic.timeline()->dividerRow(), 1);
        // It stays while one reads, and goes with the turn to another room.
        attic.setWatched(true);
        place.hear("attic", QStringLiteral("newest"), QStringLiteral("m4"));
        QCOMPARE(attic.timeline()->dividerRow(), 2);
        attic.putAway();
        QCOMPARE(attic.timeline()->dividerRow(), -1);
        // Whoever answers has read.
        place.hear("attic", QStringLiteral("again"), QStringLiteral("m5"));
        QCOMPARE(attic.timeline()->dividerRow(), 0);
        attic.setWatched(true);
        QVERIFY(attic.say(QStringLiteral("hm")));
        QCOMPARE(attic.timeline()->dividerRow(), -1);
    }

    void whatWasMissedIsCountedAndNotTwice() {
        Place place;
        place.hear("attic", QStringLiteral("one"), QStringLiteral("m1"));
        place.link().refuse(test::lost());
        QCOMPARE(place.room("attic").state(), Room::Joining);
        place.client.retryNow();
        place.hear("attic", QStringLiteral("one"), QStringLiteral("m1"));
        place.hear("attic", QStringLiteral("two"), QStringLiteral("m2"));
        place.link().accept();
        QCOMPARE(place.room("attic").unread(), 2);
        QCOMPARE(place.room("attic").timeline()->count(), 2);
    }

    void thePastOfARoomIsNotNew() {
        Place place;
        const QString cellar = channel("cellar");
        place.rooms.room(cellar);
        place.client.enter(cellar);
        sdk::Page page;
        page.messages.append(
            ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("long ago"), QStringLiteral("m1")));
        page.latest = true;
        place.link().in(QStringLiteral("cellar")).give(page);
        place.link().openRoom();
        QCOMPARE(place.room("cellar").unread(), 0);
        QVERIFY(place.room("cellar").preview().contains(QLatin1String("long ago")));
    }

    void theServerKnowsWhatAUserHasRead() {
        Place place({QStringLiteral("attic")}, token);
        for (int i = 1; i <= 5; ++i)
            place.hear("attic", QStringLiteral("line %1").arg(i), QStringLiteral("m%1").arg(i));
        sdk::RoomSummary summary{channel("attic"), QStringLiteral("m3"), 2, QDateTime::currentDateTime()};
        sdk::RoomSummary far{channel("far"), QStringLiteral("x1"), 7, QDateTime::currentDateTime()};
        const sdk::RoomSummary shut{channel("shut"), QStringLiteral("x2"), -1, {}};
        place.link().listRooms({summary, far, shut});
        QCOMPARE(place.room("attic").unread(), 2);
        QCOMPARE(place.room("attic").timeline()->dividerRow(), 1);
        // A room of another device is entered here, too, and one that is shut is not.
        QVERIFY(place.rooms.find(channel("far")));
        QVERIFY(!place.rooms.find(channel("shut")));
        QVERIFY(place.link().rooms().contains(channel("far")));
        QCOMPARE(place.room("far").unread(), 0);
        place.link().in(QStringLiteral("far")).openRoom();
        QCOMPARE(place.room("far").unread(), 7);
        QCOMPARE(place.room("far").mentions(), 0);
        // Which of them speak to oneself, it may know of what is not here.
        far.mentions = 3;
        place.link().listRooms({far});
        QCOMPARE(place.room("far").mentions(), 3);
        QCOMPARE(place.rooms.mentions(), 3);
        // One that was left stays left.
        place.client.exit(channel("far"));
        place.rooms.remove(channel("far"));
        place.link().listRooms({far});
        QVERIFY(!place.rooms.find(channel("far")));
        // What is read elsewhere is read here.
        place.link().in(QStringLiteral("attic")).readAway(QStringLiteral("m4"));
        QCOMPARE(place.room("attic").unread(), 1);
        place.link().readAway(QStringLiteral("m5"));
        QCOMPARE(place.room("attic").unread(), 0);
        QCOMPARE(place.room("attic").timeline()->dividerRow(), -1);
        place.link().readAway(QStringLiteral("m1"));
        QCOMPARE(place.room("attic").unread(), 0);
    }

    void tellsTheServerWhatWasSeen() {
        Place place({QStringLiteral("attic")}, token);
        place.hear("attic", QStringLiteral("one"), QStringLiteral("m1"));
        place.room("attic").setWatched(true);
        place.hear("attic", QStringLiteral("two"), QStringLiteral("m2"));
        QVERIFY(
            eventually([&] { return place.link().read().value(channel("attic")) == QLatin1String("m2"); }));
    }

    void aRoomOfTwoGoesByTheOther() {
        Place place({QStringLiteral("direct#ada,robin")}, token);
        Room& direct = place.room("direct#ada,robin");
        QVERIFY(direct.isDirect());
        QCOMPARE(direct.title(), QStringLiteral("ada"));
        place.link().showPeople(QList<sdk::Person>{{QStringLiteral("Robin"), QStringLiteral("robin")},
                                                   {QStringLiteral("Ada L."), QStringLiteral("ada")}});
        QCOMPARE(direct.title(), QStringLiteral("Ada L."));
        QCOMPARE(place.titles(), QStringList{QStringLiteral("Ada L.")});
        // All that is said there is to oneself.
        place.hear("direct#ada,robin", QStringLiteral("psst"));
        QCOMPARE(direct.mentions(), 1);
    }

    void aRoomOfTwoIsPutAwayUntilSomethingIsSaid() {
        Place place({QStringLiteral("attic"), QStringLiteral("direct#ada,robin")}, token);
        const QString direct = channel("direct#ada,robin");
        place.rooms.remove(direct);
        QCOMPARE(place.titles(), QStringList{QStringLiteral("#attic")});
        QVERIFY(place.rooms.find(direct));
        place.hear("direct#ada,robin", QStringLiteral("psst"));
        QCOMPARE(place.titles(), QStringList({QStringLiteral("ada"), QStringLiteral("#attic")}));
        QCOMPARE(place.rooms.mentions(), 1);
        // The next time it is not there, unless there is something new.
        place.rooms.remove(direct);
        place.rooms.open(server);
        QCOMPARE(place.rooms.channels(), QStringList{channel("attic")});
        sdk::RoomSummary summary{direct, {}, 0, {}};
        place.link().listRooms({summary});
        QVERIFY(!place.rooms.find(direct));
        summary.unread = 1;
        place.link().listRooms({summary});
        QVERIFY(place.rooms.find(direct));
    }

    void theLastMessageIsOfADay_data() {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("named");
        QTest::newRow("yesterday") << 1 << true;
        QTest::newRow("six days ago") << 6 << true;
        QTest::newRow("a week ago, when the day was called as it is today") << 7 << false;
        QTest::newRow("long ago") << 400 << false;
        QTest::newRow("by a clock that is ahead") << -1 << false;
    }
    void theLastMessageIsOfADay() {
        QFETCH(const int, days);
        QFETCH(const bool, named);
        Place place({QStringLiteral("attic")});
        const QDateTime at = QDateTime(QDate::currentDate(), QTime(12, 0)).addDays(-days);
        auto said = ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("one"), QStringLiteral("m1"));
        said.at = at;
        place.link().in(QStringLiteral("attic")).hear(said);
        const QString expected =
            named ? QLocale().standaloneDayName(at.date().dayOfWeek(), QLocale::ShortFormat)
                  : QLocale().toString(at.date(), QLocale::ShortFormat);
        QCOMPARE(place.rooms.index(0).data(RoomsModel::TimeRole).toString(), expected);
    }

    void whoIsCalledTheSameIsNotTheSame() {
        Place place({QStringLiteral("attic")});
        auto said = ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("one"), QStringLiteral("m1"));
        said.user = QStringLiteral("ada");
        place.link().in(QStringLiteral("attic")).hear(said);
        said.id = QStringLiteral("m2");
        place.link().hear(said);
        said.id = QStringLiteral("m3");
        said.user.clear(); // anybody may call themselves so
        place.link().hear(said);
        const auto begins = [&place](int row) {
            return place.room("attic").timeline()->index(row).data(TimelineModel::FirstOfGroupRole).toBool();
        };
        QVERIFY(!begins(1));
        QVERIFY(begins(0));
    }

    void aRoomThatRefusesSaysWhy() {
        Place place;
        place.link().in(QStringLiteral("attic")).closeRoom(QStringLiteral("members only"));
        QCOMPARE(place.room("attic").state(), Room::Closed);
        QCOMPARE(place.room("attic").refusal(), QStringLiteral("members only"));
        QVERIFY(place.rooms.index(0).data(RoomsModel::ClosedRole).toBool());
        place.client.enter(channel("attic"));
        place.link().openRoom();
        QCOMPARE(place.room("attic").state(), Room::Open);
        QVERIFY(place.room("attic").refusal().isEmpty());
    }

    void isTheSameTheNextTime() {
        Place place;
        place.room("attic").setPinned(true);
        place.room("lobby").setMuted(true);
        place.client.enter(channel("cellar"));
        place.link().in(QStringLiteral("cellar")).openRoom();
        place.rooms.remove(channel("lobby"));
        QSignalSpy removed(&place.rooms, &RoomsModel::removed);
        place.rooms.open(server);
        QCOMPARE(removed.size(), 2);
        QCOMPARE(place.rooms.channels(), QStringList({channel("attic"), channel("cellar")}));
        QVERIFY(place.room("attic").isPinned());
        place.rooms.open(QUrl(QStringLiteral("ws://elsewhere")));
        QCOMPARE(place.rooms.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(RoomsModelTest)
#include "tst_rooms_model.moc"
