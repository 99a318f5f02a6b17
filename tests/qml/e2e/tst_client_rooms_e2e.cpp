// Many rooms over one connection to a real server.
#include "sdk/CentrifugeLink.h"
#include "support/MessageGuard.h"
#include "support/ServerProcess.h"
#include "support/SigningKey.h"
#include "support/Ui.h"

#include <QTest>

#include <memory>
#include <string>

namespace chinwag::test {

using models::ChatController;
using models::Room;
using models::TimelineModel;

namespace {

constexpr int patienceMs = 30'000;
const QString hall = QStringLiteral("chat:hall-4");
const QString attic = QStringLiteral("chat:attic");
const std::string secret(64, 'k');

/// Somebody with a window of their own.
class Chatter {
public:
    Chatter()
        : ui_([] { return std::make_unique<sdk::CentrifugeLink>(); },
              // The next attempt is made by hand.
              sdk::Backoff(
                  sdk::Backoff::Span{std::chrono::hours(1), std::chrono::hours(1), std::chrono::hours(1)},
                  [] { return 0.0; })) {}

    bool enter(const ServerProcess& server, const QString& user = {}) {
        if (!ui_.show())
            return false;
        if (!user.isEmpty()) {
            const std::string claims =
                "{\"sub\":\"" + user.toStdString() + "\",\"info\":{\"nick\":\"" + user.toStdString() + "\"}}";
            ui_.chat().form()->setToken(
                QString::fromStdString(makeToken(SigningKey::secret(secret), "HS256", claims)));
        }
        ui_.enter(QStringLiteral("127.0.0.1:%1").arg(server.port()),
                  user.isEmpty() ? QStringLiteral("Robin") : user, QStringLiteral("hall-4"));
        return isOnline();
    }
    bool isOnline() {
        return QTest::qWaitFor([this] { return chat().link() == ChatController::Online; }, patienceMs);
    }
    bool join(const QString& name) {
        return chat().join(name).isEmpty() &&
               QTest::qWaitFor([this] { return ui_.room().state() == Room::Open; }, patienceMs);
    }
    ChatController& chat() { return ui_.chat(); }
    Room& room() { return ui_.room(); }
    /// Nothing when there is no such room in the list.
    Room* room(const QString& channel) {
        const int row = chat().rooms()->rowOf(channel);
        return row < 0 ? nullptr
                       : chat().rooms()->index(row, 0).data(models::RoomsModel::RoomRole).value<Room*>();
    }
    bool hears(const QString& channel, const QString& text) {
        return QTest::qWaitFor([&] { return texts(channel).contains(text); }, patienceMs);
    }
    bool hasSentAll() {
        return QTest::qWaitFor([this] { return !chat().hasUnsent(); }, patienceMs);
    }
    /// What was said there, oldest first.
    QStringList texts(const QString& channel) {
        Room* const here = room(channel);
        QStringList texts;
        for (int row = here != nullptr ? here->timeline()->count() - 1 : -1; row >= 0; --row) {
            const QModelIndex line = here->timeline()->index(row);
            texts.append(line.data(TimelineModel::TextRole).toString());
        }
        return texts;
    }

private:
    Ui ui_;
};

QStringList listOf(std::initializer_list<const char*> texts) {
    QStringList list;
    for (const char* const each : texts)
        list.append(QString::fromLatin1(each));
    return list;
}

} // namespace

class ClientRoomsE2eTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsSaidElsewhereIsCounted();
    void nothingIsLostOrDoubledInEitherRoom();
    void whatWasReadOnOneDeviceIsReadOnTheOther();
    void aDirectMessageArrivesThoughNobodyJoined();

private:
    bool startWithTokens();

    std::unique_ptr<MessageGuard> guard_;
    std::unique_ptr<ServerProcess> server_;
};

void ClientRoomsE2eTest::init() {
    guard_ = std::make_unique<MessageGuard>();
    server_ = std::make_unique<ServerProcess>();
}

void ClientRoomsE2eTest::cleanup() {
    server_.reset();
    const QStringList complaints = MessageGuard::take();
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    guard_.reset();
}

bool ClientRoomsE2eTest::startWithTokens() {
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("auth.hmac_secret"), QString::fromStdString(secret)}};
    return server_->start(options);
}

void ClientRoomsE2eTest::whatIsSaidElsewhereIsCounted() {
    QVERIFY(server_->start());
    Chatter robin;
    QVERIFY(robin.enter(*server_));
    QVERIFY(robin.join(QStringLiteral("attic")));
    robin.chat().show(hall);
    auto ada = server_->chatter("/ws/chat?room=attic&nick=Ada");
    QVERIFY(ada.send(text("Ada: dust")));
    QVERIFY(ada.send(text("Ada: look, @robin!")));
    QVERIFY(robin.hears(attic, QStringLiteral("look, @robin!")));
    QCOMPARE(robin.room(attic)->unread(), 2);
    QCOMPARE(robin.room(attic)->mentions(), 1);
    QCOMPARE(robin.chat().unread(), 2);
    QCOMPARE(robin.room(hall)->unread(), 0);
    robin.chat().show(attic);
    QVERIFY(QTest::qWaitFor([&] { return robin.chat().unread() == 0; }, patienceMs));
    QVERIFY(robin.room().people().contains(QStringLiteral("Robin")));
}

void ClientRoomsE2eTest::nothingIsLostOrDoubledInEitherRoom() {
    QVERIFY(server_->start());
    Chatter robin;
    QVERIFY(robin.enter(*server_));
    QVERIFY(robin.room().say(QStringLiteral("hall before")));
    QVERIFY(robin.join(QStringLiteral("attic")));
    QVERIFY(robin.room().say(QStringLiteral("attic before")));
    QVERIFY(robin.hasSentAll());
    server_->kill();
    QVERIFY(QTest::qWaitFor([&] { return robin.chat().link() == ChatController::Waiting; }, patienceMs));
    QVERIFY(robin.room().say(QStringLiteral("attic in the dark")));
    robin.chat().show(hall);
    QVERIFY(robin.room().say(QStringLiteral("hall in the dark")));

    QVERIFY(server_->restart());
    auto inHall = server_->chatter("/ws/chat?room=hall-4&nick=Ada");
    auto inAttic = server_->chatter("/ws/chat?room=attic&nick=Ada");
    QVERIFY(inHall.send(text("Ada: hall meanwhile")));
    QVERIFY(inAttic.send(text("Ada: attic meanwhile")));
    QCOMPARE(inHall.nextMessage(), textEvent("Ada: hall meanwhile"));
    QCOMPARE(inAttic.nextMessage(), textEvent("Ada: attic meanwhile"));
    robin.chat().retryNow();
    QVERIFY(robin.isOnline());
    QVERIFY(robin.hasSentAll());
    QCOMPARE(robin.texts(hall), listOf({"hall before", "hall meanwhile", "hall in the dark"}));
    QCOMPARE(robin.texts(attic), listOf({"attic before", "attic meanwhile", "attic in the dark"}));
    QCOMPARE(inHall.nextMessage(), textEvent("Robin: hall in the dark"));
    QCOMPARE(inAttic.nextMessage(), textEvent("Robin: attic in the dark"));
    // One of the rooms was not looked at.
    QCOMPARE(robin.room(attic)->unread(), 1);

    // Once more, while it hears on both.
    QVERIFY(inAttic.send(text("Ada: attic after")));
    QVERIFY(robin.hears(attic, QStringLiteral("attic after")));
    QCOMPARE(robin.texts(attic).count(QStringLiteral("attic after")), 1);
}

void ClientRoomsE2eTest::whatWasReadOnOneDeviceIsReadOnTheOther() {
    QVERIFY(startWithTokens());
    auto ada = server_->chatter("/ws/chat?room=attic&nick=Ada");
    Chatter desk;
    QVERIFY(desk.enter(*server_, QStringLiteral("robin")));
    QVERIFY(desk.join(QStringLiteral("attic")));
    QVERIFY(ada.send(text("Ada: read")));
    QVERIFY(desk.hears(attic, QStringLiteral("read")));
    desk.chat().show(hall);
    QVERIFY(ada.send(text("Ada: new")));
    QVERIFY(ada.send(text("Ada: newer")));
    QVERIFY(desk.hears(attic, QStringLiteral("newer")));

    // The other device finds the room, and what is new there, by itself.
    Chatter phone;
    QVERIFY(phone.enter(*server_, QStringLiteral("robin")));
    QVERIFY(phone.hears(attic, QStringLiteral("newer")));
    QVERIFY(QTest::qWaitFor([&] { return phone.room(attic)->unread() >= 2; }, patienceMs));
    phone.chat().show(attic);
    QVERIFY(QTest::qWaitFor([&] { return phone.room(attic)->unread() == 0; }, patienceMs));
    QVERIFY(QTest::qWaitFor([&] { return desk.room(attic)->unread() == 0; }, patienceMs));
}

void ClientRoomsE2eTest::aDirectMessageArrivesThoughNobodyJoined() {
    QVERIFY(startWithTokens());
    Chatter ada;
    Chatter robin;
    QVERIFY(ada.enter(*server_, QStringLiteral("ada")));
    QVERIFY(robin.enter(*server_, QStringLiteral("robin")));
    const QString direct = QStringLiteral("chat:direct#ada,robin");
    robin.chat().talkTo(QStringLiteral("ada"));
    QVERIFY(QTest::qWaitFor([&] { return robin.room().channel() == direct; }, patienceMs));
    QVERIFY(robin.room().say(QStringLiteral("psst")));
    QVERIFY(ada.hears(direct, QStringLiteral("psst")));
    QCOMPARE(ada.room(direct)->mentions(), 1);
    QVERIFY(ada.room(direct)->isDirect());
    ada.chat().show(direct);
    QVERIFY(ada.room().say(QStringLiteral("what?")));
    QVERIFY(robin.hears(direct, QStringLiteral("what?")));
    QCOMPARE(robin.room().title(), QStringLiteral("ada"));

    // And it goes on after the server was away.
    QVERIFY(robin.hasSentAll() && ada.hasSentAll());
    server_->kill();
    QVERIFY(QTest::qWaitFor([&] { return robin.chat().link() == ChatController::Waiting; }, patienceMs));
    QVERIFY(QTest::qWaitFor([&] { return ada.chat().link() == ChatController::Waiting; }, patienceMs));
    QVERIFY(robin.room().say(QStringLiteral("still there?")));
    QVERIFY(server_->restart());
    robin.chat().retryNow();
    QVERIFY(robin.isOnline());
    QVERIFY(robin.hasSentAll());
    ada.chat().retryNow();
    QVERIFY(ada.hears(direct, QStringLiteral("still there?")));
    QCOMPARE(ada.texts(direct), listOf({"psst", "what?", "still there?"}));
    QCOMPARE(robin.texts(direct), listOf({"psst", "what?", "still there?"}));
}

} // namespace chinwag::test

QTEST_MAIN(chinwag::test::ClientRoomsE2eTest)
#include "tst_client_rooms_e2e.moc"
