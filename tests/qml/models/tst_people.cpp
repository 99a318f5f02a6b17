// Who is in a room, what is known of them, and whom one does not want to hear.
#include "models/PeopleActivity.h"
#include "models/PeopleModel.h"
#include "models/Profile.h"
#include "models/SanctionsModel.h"
#include "support/ScriptedLink.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chinwag;
using models::IgnoreList;
using models::PeopleModel;
using models::Preferences;
using models::Profile;
using models::Room;
using models::TimelineModel;
using test::ScriptedLink;

namespace {

const QUrl here(QStringLiteral("ws://localhost:8000"));
const QString lobby = QStringLiteral("chat:lobby");
// {"sub":"robin"}, which nobody verifies here.
const QString token = QStringLiteral("eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb2JpbiJ9.x");

sdk::Person person(const char* nick, const char* user = "", const char* client = "") {
    return {QString::fromLatin1(nick), QString::fromLatin1(user), QString::fromLatin1(client)};
}

QStringList nicksOf(const PeopleModel& model) {
    QStringList nicks;
    for (int row = 0; row < model.count(); ++row)
        nicks.append(model.index(row).data(PeopleModel::NickRole).toString());
    return nicks;
}

/// Somebody in a room with others.
struct Place {
    explicit Place(bool isStaff = false) {
        script.setStaff(isStaff);
        ignored.open(here);
        client.connectTo({here, QStringLiteral("Robin"), token}, {lobby});
        script.link()->accept();
        room.onOpened(true);
        room.onPeople({person("Ada", "ada", "c1"), person("Bob", "", "c2"), person("Robin", "robin", "c3")});
    }
    const ScriptedLink::Call& lastCall() const { return script.link()->calls().last(); }

    test::LinkScript script;
    Preferences preferences{nullptr};
    sdk::Client client{script.maker()};
    IgnoreList ignored{preferences};
    Room room{client, ignored, {lobby}};
    Profile profile{client, ignored};
};

} // namespace

class PeopleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thoseWhoStayStandWhereTheyStood() {
        Preferences preferences(nullptr);
        const IgnoreList ignored(preferences);
        PeopleModel model(ignored);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.set({person("Ada", "ada", "c1"), person("Cid", "", "c3"), person("", "", "c9")});
        model.set({person("Ada", "ada", "c1"), person("Bob", "", "c2"), person("Cid", "", "c3"),
                   person("", "", "c9")});
        QCOMPARE(nicksOf(model), QStringList({QStringLiteral("Ada"), QStringLiteral("Bob"),
                                              QStringLiteral("Cid"), QString()}));
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.set({person("Bob", "", "c2"), person("Cid", "", "c3"), person("Dan", "", "c4")});
        QCOMPARE(removed.size(), 2);
        QCOMPARE(nicksOf(model),
                 QStringList({QStringLiteral("Bob"), QStringLiteral("Cid"), QStringLiteral("Dan")}));
        // Two who are called the same are two.
        model.set({person("Bob", "", "c2"), person("Bob", "", "c5")});
        QCOMPARE(model.count(), 2);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(model.find({}, QStringLiteral("Bob")).client, QStringLiteral("c2"));
        QVERIFY(model.find(QStringLiteral("ada"), QStringLiteral("Bob")).client.isEmpty());
        for (int role = PeopleModel::NickRole; role <= PeopleModel::IgnoredRole; ++role)
            QVERIFY(model.roleNames().contains(role));
    }

    void whoIsIgnoredStaysIgnored() {
        const QTemporaryDir directory;
        const auto file = [&] {
            return std::make_unique<QSettings>(directory.filePath(QStringLiteral("a.ini")),
                                               QSettings::IniFormat);
        };
        {
            Preferences preferences(file());
            IgnoreList list(preferences);
            list.open(here);
            QSignalSpy changed(&list, &IgnoreList::changed);
            list.set(QStringLiteral("ada"), QStringLiteral("Ada"), true);
            list.set({}, QStringLiteral("Bob"), true);
            list.set({}, QStringLiteral("Bob"), true);
            list.set({}, QStringLiteral("Cid"), true);
            list.set({}, QStringLiteral("Cid"), false);
            QCOMPARE(changed.size(), 4);
        }
        Preferences preferences(file());
        IgnoreList list(preferences);
        list.open(here);
        // A user by any name, and somebody anonymous by theirs alone.
        QVERIFY(list.contains(QStringLiteral("ada"), QStringLiteral("Somebody")));
        QVERIFY(!list.contains({}, QStringLiteral("Ada")));
        QVERIFY(list.contains({}, QStringLiteral("Bob")));
        QVERIFY(!list.contains(QStringLiteral("bob"), QStringLiteral("Bob")));
        QVERIFY(!list.contains({}, QStringLiteral("Cid")));
        list.open(QUrl(QStringLiteral("ws://elsewhere")));
        QVERIFY(!list.contains({}, QStringLiteral("Bob")));
    }

    void whoIsIgnoredIsNotHeard() {
        Place place;
        place.ignored.set(QStringLiteral("ada"), {}, true);
        auto message =
            ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("@Robin!"), QStringLiteral("m1"));
        message.user = QStringLiteral("ada");
        place.room.onReceived(message);
        QCOMPARE(place.room.unread(), 0);
        const QModelIndex line = place.room.timeline()->index(0);
        QVERIFY(line.data(TimelineModel::IgnoredRole).toBool());
        QSignalSpy changes(place.room.timeline(), &TimelineModel::dataChanged);
        place.ignored.set(QStringLiteral("ada"), {}, false);
        QCOMPARE(changes.size(), 1);
        QVERIFY(!line.data(TimelineModel::IgnoredRole).toBool());
        place.ignored.set({}, QStringLiteral("Bob"), true);
        place.room.onTyping(QStringLiteral("Bob"));
        QVERIFY(place.room.typing().isEmpty());
        place.room.onTyping(QStringLiteral("Ada"));
        QVERIFY(!place.room.typing().isEmpty());
    }

    void showsWhoIsIdleWhileSomebodyLooks() {
        Place place;
        const QAbstractItemModelTester tester(place.room.members());
        models::PeopleActivity activity(place.client);
        const auto idle = [&place] {
            QStringList nicks;
            const PeopleModel& people = *place.room.members();
            for (int row = 0; row < people.count(); ++row) {
                if (people.index(row).data(PeopleModel::IdleRole).toBool())
                    nicks.append(people.index(row).data(PeopleModel::NickRole).toString());
            }
            return nicks;
        };
        const auto answer = [&place, &activity](int adaMinutes, int bobMinutes) {
            activity.follow(&place.room); // asks anew: each question has one answer
            const auto minutesAgo = [](int minutes) {
                return QDateTime::currentDateTime().addSecs(-60 * minutes).toMSecsSinceEpoch();
            };
            const QJsonObject ada{{QStringLiteral("user"), QStringLiteral("ada")},
                                  {QStringLiteral("active"), minutesAgo(adaMinutes)}};
            const QJsonObject bob{{QStringLiteral("client"), QStringLiteral("c2")},
                                  {QStringLiteral("active"), minutesAgo(bobMinutes)}};
            place.lastCall().answer({{QStringLiteral("people"), QJsonArray{ada, bob}}}, {});
        };
        const auto calls = [&place] { return place.script.link()->calls().size(); };

        const auto before = calls();
        activity.follow(&place.room);
        QCOMPARE(calls(), before + 1);
        QCOMPARE(place.lastCall().method, QStringLiteral("chat.activity"));
        QCOMPARE(place.lastCall().parameters[QStringLiteral("channel")].toString(), lobby);
        QVERIFY(idle().isEmpty());
        QSignalSpy changes(place.room.members(), &PeopleModel::dataChanged);
        answer(6, 4);
        QCOMPARE(idle(), QStringList{QStringLiteral("Ada")});
        answer(6, 4);
        QCOMPARE(changes.size(), 1);
        answer(4, 6);
        QCOMPARE(idle(), QStringList{QStringLiteral("Bob")});
        // A server that does not know of it changes nothing.
        activity.follow(&place.room);
        place.lastCall().answer({}, QStringLiteral("method not found"));
        QCOMPARE(idle(), QStringList{QStringLiteral("Bob")});
    }

    void tellsWhatTheServerKnows() {
        Place place;
        QSignalSpy changed(&place.profile, &Profile::changed);
        place.profile.show(&place.room, QStringLiteral("ada"), QStringLiteral("Ada"));
        QCOMPARE(place.lastCall().method, QStringLiteral("chat.whois"));
        QCOMPARE(place.lastCall().parameters[QStringLiteral("client")].toString(), QStringLiteral("c1"));
        QVERIFY(place.profile.since().isEmpty());
        const auto minutesAgo = [](int minutes) {
            return QDateTime::currentDateTime().addSecs(-60 * minutes).toMSecsSinceEpoch();
        };
        place.lastCall().answer({{QStringLiteral("since"), minutesAgo(200)},
                                 {QStringLiteral("active"), minutesAgo(61)},
                                 {QStringLiteral("staff"), true}},
                                {});
        QVERIFY(!place.profile.since().isEmpty());
        QVERIFY(place.profile.active().contains(u'1'));
        QVERIFY(place.profile.isStaff());
        QVERIFY(place.profile.isHere());
        QVERIFY(place.profile.isAddressable());
        QVERIFY(!place.profile.isOwn());
        QVERIFY(!place.profile.isModeratable());
        // An answer that comes too late is about somebody else.
        const auto late = place.lastCall();
        place.profile.show(&place.room, {}, QStringLiteral("Bob"));
        late.answer({{QStringLiteral("staff"), true}}, {});
        QVERIFY(!place.profile.isStaff());
        QVERIFY(!place.profile.isAddressable()); // there is no user to talk to
        // Nobody is asked of whom is not here.
        const auto calls = place.script.link()->calls().size();
        place.profile.show(&place.room, QStringLiteral("eve"), QStringLiteral("Eve"));
        QCOMPARE(place.script.link()->calls().size(), calls);
        QVERIFY(!place.profile.isHere());
        QVERIFY(place.profile.isAddressable());
        place.profile.show(&place.room, QStringLiteral("robin"), QStringLiteral("Robin"));
        QVERIFY(place.profile.isOwn());
        QVERIFY(!place.profile.isAddressable());
    }

    void aProfileHasWhatTheySaidLast() {
        Place place;
        const auto say = [&](const char* nick, const char* user, const char* id) {
            auto message =
                ScriptedLink::said(QString::fromLatin1(nick), QStringLiteral("words of ") + QLatin1String(id),
                                   QString::fromLatin1(id));
            message.user = QString::fromLatin1(user);
            place.room.onReceived(message);
        };
        const auto look = [&](const char* user, const char* nick) {
            place.profile.show(&place.room, QString::fromLatin1(user), QString::fromLatin1(nick));
            return place.profile.messageId();
        };
        say("Ada", "ada", "m1");
        say("Ada", "ada", "m2");
        say("Ada", "", "m3"); // somebody else of that name
        say("Ada the second", "ada", "m4");
        say("Eve", "eve", "m5");
        QCOMPARE(look("ada", "Ada"), QStringLiteral("m4"));
        QCOMPARE(place.profile.words(), QStringLiteral("words of m4"));
        QCOMPARE(look("", "Ada"), QStringLiteral("m3"));
        QCOMPARE(look("", "Bob"), QString());
        QCOMPARE(place.profile.words(), QString());
        // What was taken back has nothing to show.
        auto redaction = ScriptedLink::said({}, {}, QStringLiteral("m4"));
        redaction.kind = sdk::Publication::Kind::Redacted;
        place.room.onReceived(redaction);
        QCOMPARE(look("ada", "Ada"), QStringLiteral("m2"));
        place.room.notify(QStringLiteral("Bob is well."));
        QCOMPARE(look("", "Bob"), QString());
    }

    void aReasonIsAsLongAsTheServerTakes() {
        QCOMPARE(Profile::excessOf({}), 0);
        QCOMPARE(Profile::excessOf(QString(100, u'x')), 0);
        QCOMPARE(Profile::excessOf(QString(101, u'x')), 1);
        QCOMPARE(Profile::excessOf(QString(51, u'\u00e4')), 2); // of two bytes each
        // What is too long is not cut: the server says so.
        Place place(true);
        place.profile.show(&place.room, QStringLiteral("ada"), QStringLiteral("Ada"));
        place.profile.kick(QString(101, u'x'));
        QCOMPARE(place.lastCall().parameters[QStringLiteral("reason")].toString().size(), 101);
    }

    void staffSendsAwayMutesAndBans() {
        Place place(true);
        place.profile.show(&place.room, QStringLiteral("ada"), QStringLiteral("Ada"));
        QVERIFY(place.profile.isModeratable());
        QSignalSpy told(&place.profile, &Profile::told);
        place.profile.mute(10, QStringLiteral("spam"));
        QCOMPARE(place.lastCall().method, QStringLiteral("chat.mute"));
        const QJsonObject expected{{QStringLiteral("channel"), lobby},
                                   {QStringLiteral("user"), QStringLiteral("ada")},
                                   {QStringLiteral("minutes"), 10},
                                   {QStringLiteral("reason"), QStringLiteral("spam")}};
        QCOMPARE(place.lastCall().parameters, expected);
        place.lastCall().answer({}, {});
        QVERIFY(told.last().at(0).toString().contains(QLatin1String("Ada")));
        place.profile.ban(0, {});
        QCOMPARE(place.lastCall().method, QStringLiteral("chat.ban"));
        QVERIFY(!place.lastCall().parameters.contains(QStringLiteral("minutes")));
        QVERIFY(!place.lastCall().parameters.contains(QStringLiteral("reason")));
        place.lastCall().answer({}, QStringLiteral("not them"));
        QVERIFY(told.last().at(0).toString().contains(QLatin1String("not them")));
        // Somebody anonymous is one of their connections.
        place.profile.show(&place.room, {}, QStringLiteral("Bob"));
        QVERIFY(place.profile.isModeratable());
        place.profile.kick({});
        QCOMPARE(place.lastCall().method, QStringLiteral("chat.kick"));
        QCOMPARE(place.lastCall().parameters[QStringLiteral("client")].toString(), QStringLiteral("c2"));
        place.script.link()->refuse(test::lost());
        place.profile.kick({});
        QVERIFY(told.last().at(0).toString().contains(QLatin1String("no connection")));
        // Nobody puts out themselves.
        place.profile.show(&place.room, QStringLiteral("robin"), QStringLiteral("Robin"));
        QVERIFY(!place.profile.isModeratable());
    }
    void staffSeesAndLiftsWhatHolds() {
        Place place(true);
        models::SanctionsModel model(place.client);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(lobby);
        QVERIFY(model.isBusy());
        QCOMPARE(place.lastCall().method, QStringLiteral("chat.sanctions"));
        const QJsonObject mute{{QStringLiteral("id"), QStringLiteral("7")},
                               {QStringLiteral("kind"), QStringLiteral("mute")},
                               {QStringLiteral("user"), QStringLiteral("ada")},
                               {QStringLiteral("until"), QDateTime::currentMSecsSinceEpoch() + 60'000},
                               {QStringLiteral("reason"), QStringLiteral("spam")}};
        const QJsonObject ban{{QStringLiteral("id"), QStringLiteral("8")},
                              {QStringLiteral("kind"), QStringLiteral("ban")}};
        place.lastCall().answer({{QStringLiteral("sanctions"), QJsonArray{mute, ban}}}, {});
        QVERIFY(!model.isBusy());
        QCOMPARE(model.count(), 2);
        const auto value = [&](int row, int role) { return model.index(row).data(role).toString(); };
        QCOMPARE(value(0, models::SanctionsModel::WhomRole), QStringLiteral("ada"));
        QVERIFY(value(0, models::SanctionsModel::WhatRole).startsWith(QLatin1String("Muted until")));
        QCOMPARE(value(0, models::SanctionsModel::ReasonRole), QStringLiteral("spam"));
        QVERIFY(value(1, models::SanctionsModel::WhatRole).startsWith(QLatin1String("Banned for good")));
        model.lift(QStringLiteral("7"));
        QCOMPARE(place.lastCall().method, QStringLiteral("chat.lift"));
        place.lastCall().answer({}, QStringLiteral("it has been lifted already"));
        QCOMPARE(model.count(), 2);
        QVERIFY(!model.fault().isEmpty());
        model.lift(QStringLiteral("7"));
        place.lastCall().answer({}, {});
        QCOMPARE(model.count(), 1);
        QCOMPARE(value(0, models::SanctionsModel::IdRole), QStringLiteral("8"));
        QVERIFY(model.fault().isEmpty());
        // What comes of it in a room that is not shown any more is not said of the next one.
        model.lift(QStringLiteral("8"));
        const auto late = place.lastCall();
        model.show(QStringLiteral("chat:attic"));
        late.answer({}, QStringLiteral("it has been lifted already"));
        QVERIFY(model.isBusy() && model.fault().isEmpty());
        // Nobody waits for an answer that will not come.
        place.script.link()->refuse(test::lost());
        QVERIFY(!model.isBusy() && !model.fault().isEmpty());
        model.show(lobby);
        QVERIFY(!model.fault().isEmpty());
    }
};

QTEST_GUILESS_MAIN(PeopleTest)
#include "tst_people.moc"
