// What staff does in a room, what it looks like to whom it concerns, and the directory of rooms, on a real
// server.
#include "support/Chatter.h"
#include "support/MessageGuard.h"
#include "support/OperatorApi.h"
#include "support/Wait.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace chinwag::test {

using models::ChatController;
using models::DirectoryModel;
using models::Room;
using models::TimelineModel;

namespace {

const QString hall = QStringLiteral("chat:hall-4");
constexpr const char* password = "correct horse battery";

bool sees(Chatter& who, const char* item) {
    return eventually([&] { return who.ui().find(QString::fromLatin1(item)) != nullptr; });
}

bool seesNoMore(Chatter& who, const char* item) {
    return eventually([&] { return who.ui().find(QString::fromLatin1(item)) == nullptr; });
}

bool clicks(Chatter& who, const char* item) {
    return sees(who, item) && who.ui().click(QString::fromLatin1(item));
}

/// Keys go to their window from then on.
bool turnsTo(Chatter& who) {
    who.ui().window().requestActivate();
    return QTest::qWaitForWindowActive(&who.ui().window());
}

/// Opens the profile of the first one on the list of people.
bool looksAtTheFirst(Chatter& who) {
    if (!clicks(who, "peopleButton") || !eventually([&] {
            const QQuickItem* const list = who.ui().find(QStringLiteral("peopleList"));
            return list != nullptr && list->hasActiveFocus() && list->property("currentIndex").toInt() == 0;
        }))
        return false;
    who.ui().key(Qt::Key_Return);
    return sees(who, "profileName");
}

/// `button` is what is done about them, `time` for how long.
bool punishesTheFirst(Chatter& who, const char* button, const char* time, const QString& reason) {
    if (!looksAtTheFirst(who) || !clicks(who, button) || !sees(who, "sanctionReason"))
        return false;
    if (time != nullptr && !clicks(who, time))
        return false;
    who.ui()
        .find(QStringLiteral("sanctionReason"))
        ->property("input")
        .value<QQuickItem*>()
        ->forceActiveFocus();
    who.ui().type(reason);
    return clicks(who, "dialogGo") && seesNoMore(who, "dialogGo");
}

/// Takes back the first of what is laid down in the room.
bool lifts(Chatter& who) {
    if (!clicks(who, "menuButton") || !clicks(who, "sanctionsItem") || !clicks(who, "liftButton") ||
        !sees(who, "noSanctions"))
        return false;
    return clicks(who, "closeSanctions") && seesNoMore(who, "sanctionsList");
}

/// Opens the menu of the newest message, by keys.
bool opensMenu(Chatter& who) {
    if (!turnsTo(who) || !who.ui().layOut())
        return false;
    QQuickItem* const timeline = who.ui().find(QStringLiteral("timeline"));
    timeline->setProperty("currentIndex", -1);
    timeline->forceActiveFocus();
    who.ui().key(Qt::Key_Up);
    who.ui().key(Qt::Key_Return);
    return sees(who, "copyItem");
}

bool isToldOf(Chatter& who, const QString& words) {
    return eventually([&] { return who.texts(hall).join(u'\n').contains(words); });
}

QVariant newest(Chatter& who, TimelineModel::Role role) {
    return who.room().timeline()->index(0).data(role);
}

} // namespace

class ClientStaffE2eTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void takesBackWhatSomebodyElseHasSaid();
    void aMuteIsToldAndLifted();
    void aBanSaysWhyAndUntilWhen();
    void whoIsSentAwayMayComeBack();
    void whatCannotBeDoneIsSaid();
    void aLockedRoomHoldsAllButStaff();
    void staffLocksAndSlowsARoom();
    void whoIsNotStaffIsOfferedNothing();
    void theDirectoryLeadsToRooms();
    void aBannedDeviceIsRefused();

private:
    bool startWithOperator();
    bool bringTogether();
    std::unique_ptr<QSettings> settings() const;

    std::unique_ptr<MessageGuard> guard_;
    QTemporaryDir files_;
    std::unique_ptr<ServerProcess> server_;
    std::unique_ptr<Chatter> warden_;
    std::unique_ptr<Chatter> mallory_; ///< whose name comes first among the people
    std::unique_ptr<OperatorApi> operators_;
};

void ClientStaffE2eTest::init() {
    guard_ = std::make_unique<MessageGuard>();
    server_ = std::make_unique<ServerProcess>();
    warden_ = std::make_unique<Chatter>();
    mallory_ = std::make_unique<Chatter>();
}

void ClientStaffE2eTest::cleanup() {
    warden_.reset();
    mallory_.reset();
    operators_.reset();
    server_.reset();
    const QStringList complaints = MessageGuard::take();
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    guard_.reset();
}

// Both hear each other, and know that the other one is there.
bool ClientStaffE2eTest::bringTogether() {
    const auto knowsBoth = [](Chatter& who) {
        return eventually([&] { return who.room().people().size() == 2; });
    };
    return Chatter::startWithTokens(*server_) && mallory_->enter(*server_, QStringLiteral("mallory")) &&
           warden_->enter(*server_, QStringLiteral("warden"), true) && knowsBoth(*warden_) &&
           knowsBoth(*mallory_);
}

bool ClientStaffE2eTest::startWithOperator() {
    const QString data = files_.filePath(QString::fromLatin1(QTest::currentTestFunction()));
    if (runAdmin(data, QStringLiteral("add"), QStringLiteral("olga"), QByteArray(password) + '\n') != 0)
        return false;
    ServerProcess::Options options = Chatter::takingTokens();
    options.arguments = {QStringLiteral("--data-dir"), data};
    if (!server_->start(options))
        return false;
    operators_ = std::make_unique<OperatorApi>(*server_);
    return operators_->logIn("olga", password).answer.status == 200;
}

std::unique_ptr<QSettings> ClientStaffE2eTest::settings() const {
    return std::make_unique<QSettings>(files_.filePath(QStringLiteral("client.ini")), QSettings::IniFormat);
}

void ClientStaffE2eTest::takesBackWhatSomebodyElseHasSaid() {
    QVERIFY(bringTogether());
    QVERIFY(mallory_->room().say(QStringLiteral("first lie")));
    QVERIFY(warden_->hears(hall, QStringLiteral("first lie")));
    QVERIFY(opensMenu(*warden_));
    QVERIFY(!warden_->ui().find(QStringLiteral("editItem")));
    QVERIFY(clicks(*warden_, "redactItem"));
    QVERIFY(clicks(*warden_, "dialogGo"));
    QVERIFY(eventually([&] { return newest(*mallory_, TimelineModel::RedactedRole).toBool(); }));

    // By the key, too.
    QVERIFY(mallory_->room().say(QStringLiteral("second lie")));
    QVERIFY(warden_->hears(hall, QStringLiteral("second lie")));
    QVERIFY(seesNoMore(*warden_, "dialogGo"));
    warden_->ui().find(QStringLiteral("timeline"))->forceActiveFocus();
    warden_->ui().key(Qt::Key_Down);
    warden_->ui().key(Qt::Key_Delete);
    QVERIFY(clicks(*warden_, "dialogGo"));
    QVERIFY(eventually([&] { return newest(*mallory_, TimelineModel::RedactedRole).toBool(); }));
    QCOMPARE(mallory_->texts(hall), QStringList({QString(), QString()}));
}

void ClientStaffE2eTest::aMuteIsToldAndLifted() {
    QVERIFY(bringTogether());
    QVERIFY(punishesTheFirst(*warden_, "muteButton", "time60", QStringLiteral("shouting")));
    QVERIFY(isToldOf(*warden_, QStringLiteral("mallory may not write here for now.")));
    QVERIFY(mallory_->room().say(QStringLiteral("HELLO")));
    QVERIFY(isToldOf(*mallory_, QStringLiteral("You are muted until")));
    QVERIFY(isToldOf(*mallory_, QStringLiteral("shouting")));
    QVERIFY(sees(*mallory_, "resendButton"));
    QCOMPARE(mallory_->room().state(), Room::Open);

    QVERIFY(lifts(*warden_));
    QVERIFY(clicks(*mallory_, "resendButton"));
    QVERIFY(warden_->hears(hall, QStringLiteral("HELLO")));
}

void ClientStaffE2eTest::aBanSaysWhyAndUntilWhen() {
    constexpr int week = 7;
    QVERIFY(bringTogether());
    const QDate before = QDate::currentDate().addDays(week);
    QVERIFY(punishesTheFirst(*warden_, "banButton", "time10080", QStringLiteral("spam")));
    QVERIFY(isToldOf(*warden_, QStringLiteral("mallory may not be here for now.")));
    QVERIFY(eventually([&] { return mallory_->room().state() == Room::Closed; }));
    const QDate after = QDate::currentDate().addDays(week);
    QCOMPARE(mallory_->chat().link(), ChatController::Online);
    const QString refusal = mallory_->room().refusal();
    QVERIFY2(refusal.contains(QLatin1String("spam")), qPrintable(refusal));
    QVERIFY2(refusal.contains(QLocale().toString(before, QLocale::ShortFormat)) ||
                 refusal.contains(QLocale().toString(after, QLocale::ShortFormat)),
             qPrintable(refusal));
    QVERIFY(sees(*mallory_, "refusal"));
    QVERIFY(eventually([&] { return warden_->room().people() == QStringList{QStringLiteral("warden")}; }));

    // Asking again helps when it was lifted, and not before.
    QVERIFY(clicks(*mallory_, "refusalKnock"));
    QVERIFY(eventually([&] { return mallory_->room().state() == Room::Closed; }));
    QVERIFY(lifts(*warden_));
    QVERIFY(clicks(*mallory_, "refusalKnock"));
    QVERIFY(eventually([&] { return mallory_->room().state() == Room::Open; }));
    QVERIFY(mallory_->room().say(QStringLiteral("sorry")));
    QVERIFY(warden_->hears(hall, QStringLiteral("sorry")));
}

void ClientStaffE2eTest::whoIsSentAwayMayComeBack() {
    QVERIFY(bringTogether());
    QVERIFY(punishesTheFirst(*warden_, "kickButton", nullptr, QStringLiteral("cool down")));
    QVERIFY(eventually([&] { return mallory_->chat().link() == ChatController::Offline; }));
    QVERIFY(mallory_->chat().isKicked());
    QVERIFY2(mallory_->chat().fault().contains(QLatin1String("cool down")),
             qPrintable(mallory_->chat().fault()));
    QVERIFY(clicks(*mallory_, "bannerRetry"));
    QVERIFY(mallory_->isOnline());
}

void ClientStaffE2eTest::whatCannotBeDoneIsSaid() {
    QVERIFY(Chatter::startWithTokens(*server_));
    QVERIFY(mallory_->enter(*server_)); // anonymous, and so an address, from which both come
    QVERIFY(warden_->enter(*server_, QStringLiteral("warden"), true));
    QVERIFY(eventually([&] { return warden_->room().people().size() == 2; }));
    QVERIFY(punishesTheFirst(*warden_, "banButton", "time10", QStringLiteral("spam")));
    QVERIFY(isToldOf(*warden_, QStringLiteral("That was not done: it would hit you as well")));
    QCOMPARE(mallory_->room().state(), Room::Open);
}

void ClientStaffE2eTest::aLockedRoomHoldsAllButStaff() {
    QVERIFY(startWithOperator());
    QVERIFY(mallory_->enter(*server_, QStringLiteral("mallory")));
    QVERIFY(warden_->enter(*server_, QStringLiteral("warden"), true));
    const auto setLocked = [this](bool locked) {
        const QJsonObject rules{{QStringLiteral("locked"), locked},
                                {QStringLiteral("reason"), QStringLiteral("night")}};
        return operators_->post("/admin/api/rooms/chat:hall-4/rules", rules).answer.status;
    };
    QCOMPARE(setLocked(true), 200);
    QVERIFY(sees(*mallory_, "restriction"));
    QVERIFY(mallory_->room().say(QStringLiteral("still awake")));
    QVERIFY(isToldOf(*mallory_, QStringLiteral("This room is locked")));
    QVERIFY(warden_->room().say(QStringLiteral("good night")));
    QVERIFY(mallory_->hears(hall, QStringLiteral("good night")));
    QVERIFY(!warden_->texts(hall).contains(QStringLiteral("still awake")));
    QCOMPARE(setLocked(false), 200);
    QVERIFY(clicks(*mallory_, "resendButton"));
    QVERIFY(warden_->hears(hall, QStringLiteral("still awake")));
}

void ClientStaffE2eTest::staffLocksAndSlowsARoom() {
    QVERIFY(bringTogether());
    QVERIFY(clicks(*warden_, "menuButton"));
    QVERIFY(clicks(*warden_, "lockItem"));
    QVERIFY(sees(*mallory_, "restriction"));
    QVERIFY(mallory_->room().restrictions()->isLocked());
    QVERIFY(warden_->room().say(QStringLiteral("good night")));
    QVERIFY(mallory_->hears(hall, QStringLiteral("good night")));
    // Who comes later is told, too.
    Chatter carl;
    QVERIFY(carl.enter(*server_, QStringLiteral("carl")));
    QVERIFY(sees(carl, "restriction"));

    QVERIFY(clicks(*warden_, "menuButton"));
    QVERIFY(clicks(*warden_, "slowModeItem"));
    QVERIFY(clicks(*warden_, "slowTime3600"));
    QVERIFY(clicks(*warden_, "dialogGo"));
    QVERIFY(eventually([&] { return mallory_->room().restrictions()->slowSeconds() == 3'600; }));
    QVERIFY(seesNoMore(*warden_, "dialogGo"));
    QVERIFY(clicks(*warden_, "menuButton"));
    QVERIFY(clicks(*warden_, "lockItem"));
    QVERIFY(eventually([&] { return !mallory_->room().restrictions()->isLocked(); }));
    QVERIFY(mallory_->room().say(QStringLiteral("the one of this hour")));
    QVERIFY(warden_->hears(hall, QStringLiteral("the one of this hour")));
    QVERIFY(sees(*mallory_, "restriction"));
}

void ClientStaffE2eTest::whoIsNotStaffIsOfferedNothing() {
    QVERIFY(bringTogether());
    QVERIFY(warden_->room().say(QStringLiteral("I look after this room")));
    QVERIFY(mallory_->hears(hall, QStringLiteral("I look after this room")));
    QVERIFY(opensMenu(*mallory_));
    QVERIFY(!mallory_->ui().find(QStringLiteral("redactItem")));
    mallory_->ui().key(Qt::Key_Escape);
    QVERIFY(seesNoMore(*mallory_, "copyItem"));
    mallory_->ui().find(QStringLiteral("timeline"))->forceActiveFocus();
    mallory_->ui().key(Qt::Key_Delete);
    QVERIFY(mallory_->ui().layOut());
    QVERIFY(!mallory_->ui().find(QStringLiteral("dialogGo")));

    QVERIFY(clicks(*mallory_, "menuButton"));
    QVERIFY(sees(*mallory_, "joinItem"));
    QVERIFY(!mallory_->ui().find(QStringLiteral("sanctionsItem")));
    mallory_->ui().key(Qt::Key_Escape);
    QVERIFY(seesNoMore(*mallory_, "joinItem"));

    mallory_->chat().profile()->show(&mallory_->room(), QStringLiteral("warden"), QStringLiteral("warden"));
    QVERIFY(!mallory_->chat().profile()->isModeratable());
    // What it says of others is true nevertheless.
    QVERIFY(eventually([&] { return mallory_->chat().profile()->isStaff(); }));
}

void ClientStaffE2eTest::theDirectoryLeadsToRooms() {
    QVERIFY(bringTogether());
    QVERIFY(mallory_->join(QStringLiteral("garden")));
    QVERIFY(mallory_->join(QStringLiteral("cellar")));
    const DirectoryModel& directory = *warden_->chat().directory();
    const auto lists = [&](const QStringList& wanted) {
        return eventually([&] {
            QStringList names;
            for (int row = 0; row < directory.count(); ++row)
                names.append(directory.index(row).data(DirectoryModel::NameRole).toString());
            names.sort();
            return names == wanted;
        });
    };
    // The server looks at its rooms once a second, so it is asked until it has.
    QVERIFY(eventually([&] {
        warden_->chat().directory()->search({});
        return eventually([&] { return !directory.isBusy(); }) && directory.count() == 3;
    }));
    QVERIFY(lists({QStringLiteral("cellar"), QStringLiteral("garden"), QStringLiteral("hall-4")}));
    QCOMPARE(directory.index(0).data(DirectoryModel::NameRole).toString(), QStringLiteral("hall-4"));
    QCOMPARE(directory.index(0).data(DirectoryModel::PeopleRole).toInt(), 2);

    QVERIFY(clicks(*warden_, "menuButton"));
    QVERIFY(clicks(*warden_, "joinItem"));
    QVERIFY(sees(*warden_, "roomDialogField"));
    QVERIFY(warden_->ui().window().activeFocusItem() != nullptr);
    warden_->ui().type(QStringLiteral("ARD"));
    QVERIFY(lists({QStringLiteral("garden")}));
    QVERIFY(sees(*warden_, "directoryList"));
    warden_->ui().key(Qt::Key_Down);
    warden_->ui().key(Qt::Key_Return);
    QVERIFY(eventually([&] { return warden_->room().channel() == QLatin1String("chat:garden"); }));
    QVERIFY(eventually([&] { return warden_->room().state() == Room::Open; }));
    QVERIFY(eventually([&] { return warden_->room().people().size() == 2; }));
}

void ClientStaffE2eTest::aBannedDeviceIsRefused() {
    QVERIFY(startWithOperator());
    mallory_ = std::make_unique<Chatter>(settings());
    QVERIFY(mallory_->enter(*server_));
    const auto connections =
        operators_->get("/admin/api/connections").body[QStringLiteral("items")].toArray();
    QCOMPARE(connections.size(), 1);
    const QString device = connections.first()[QLatin1String("device")].toString();
    QCOMPARE(device.size(), 32);
    const QJsonObject ban{{QStringLiteral("target"), QStringLiteral("device")},
                          {QStringLiteral("value"), device},
                          {QStringLiteral("reason"), QStringLiteral("spam")}};
    QCOMPARE(operators_->post("/admin/api/bans", ban).answer.status, 200);
    QVERIFY(eventually([&] { return mallory_->chat().link() == ChatController::Offline; }));
    QVERIFY2(mallory_->chat().fault().contains(QLatin1String("spam")), qPrintable(mallory_->chat().fault()));

    // The next start is the same device, whatever its user says; another installation is not.
    mallory_ = std::make_unique<Chatter>(settings());
    QVERIFY(mallory_->setOut(*server_, QStringLiteral("somebody-else")));
    QVERIFY(sees(*mallory_, "connectFault"));
    QVERIFY2(mallory_->chat().fault().contains(QLatin1String("spam")), qPrintable(mallory_->chat().fault()));
    Chatter other;
    QVERIFY(other.enter(*server_));
}

} // namespace chinwag::test

QTEST_MAIN(chinwag::test::ClientStaffE2eTest)
#include "tst_client_staff_e2e.moc"
