// Tokens for the operators' live feed: whose they are, how long they hold, and who has to leave.
#include "auth/FeedDoor.h"

#include <QTest>

#include <memory>

using namespace chinwag::auth;
using Time = FeedDoor::Time;
using std::chrono::seconds;

namespace {

OperatorSessions::Session sessionOf(const char* id, Role role = Role::Moderator) {
    OperatorSessions::Session session;
    session.id = id;
    session.operatorName = "olga";
    session.role = role;
    return session;
}

bool isExpired(const std::variant<FeedPass, FeedTokenError>& verified) {
    const auto* const error = std::get_if<FeedTokenError>(&verified);
    return error != nullptr && *error == FeedTokenError::Expired;
}

bool isWrong(const std::variant<FeedPass, FeedTokenError>& verified) {
    const auto* const error = std::get_if<FeedTokenError>(&verified);
    return error != nullptr && *error == FeedTokenError::Wrong;
}

} // namespace

class FeedDoorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTokenSaysWhoseItIs() {
        const auto token = door_.issue(sessionOf("s1"), now_);
        QVERIFY(FeedDoor::isFeedToken(token));
        const auto verified = door_.verify(token, now_);
        const auto* const pass = std::get_if<FeedPass>(&verified);
        QVERIFY(pass != nullptr);
        QCOMPARE(pass->session, std::string("s1"));
        QCOMPARE(pass->operatorName, std::string("olga"));
        QVERIFY(pass->role == Role::Moderator);
        QVERIFY(pass->expiresAt == now_ + door_.lifetime());
    }

    void itExpires() {
        const auto token = door_.issue(sessionOf("s1"), now_);
        QVERIFY(!isExpired(door_.verify(token, now_ + door_.lifetime() - seconds(1))));
        QVERIFY(isExpired(door_.verify(token, now_ + door_.lifetime())));
    }

    void nobodyElseMakesOne_data() {
        QTest::addColumn<QString>("token");
        const auto token = QString::fromStdString(door_.issue(sessionOf("s1"), now_));
        const auto dot = token.lastIndexOf(u'.');
        QTest::newRow("empty") << QString();
        QTest::newRow("prefix alone") << QStringLiteral("feed.");
        QTest::newRow("no signature") << token.left(dot);
        QTest::newRow("empty signature") << token.left(dot + 1);
        QTest::newRow("other text") << QString(token).replace(6, 1, token[6] == u'A' ? u'B' : u'A');
        QTest::newRow("other signature")
            << QString(token).replace(dot + 2, 1, token[dot + 2] == u'A' ? u'B' : u'A');
        QTest::newRow("of another server") << QString::fromStdString(FeedDoor().issue(sessionOf("s1"), now_));
        QTest::newRow("too long") << token + QString(1'000, u'A');
    }
    void nobodyElseMakesOne() {
        QFETCH(QString, token);
        QVERIFY(isWrong(door_.verify(token.toStdString(), now_)));
    }

    void itEndsWithTheSession() {
        FeedDoor door;
        const auto token = door.issue(sessionOf("s1"), now_);
        QVERIFY(door.review({sessionOf("s1"), sessionOf("s2")}).empty());
        QVERIFY(std::holds_alternative<FeedPass>(door.verify(token, now_)));
        door.review({sessionOf("s2")});
        QVERIFY(isWrong(door.verify(token, now_)));
    }

    void anotherRoleWantsAnotherToken() {
        FeedDoor door;
        const auto token = door.issue(sessionOf("s1"), now_);
        door.review({sessionOf("s1", Role::Viewer)});
        QVERIFY(isExpired(door.verify(token, now_)));
        const auto other = door.verify(door.issue(sessionOf("s1", Role::Viewer), now_), now_);
        QVERIFY(std::get<FeedPass>(other).role == Role::Viewer);
    }

    void whoHasToLeave() {
        FeedDoor door;
        const auto pass = [&](const char* id) {
            return std::get<FeedPass>(door.verify(door.issue(sessionOf(id), now_), now_));
        };
        const FeedDoor::Visit stays(door, "client-1", pass("s1"));
        const FeedDoor::Visit demoted(door, "client-2", pass("s2"));
        auto revoked = std::make_unique<FeedDoor::Visit>(door, "client-3", pass("s3"));
        const std::vector live{sessionOf("s1"), sessionOf("s2", Role::Viewer)};
        auto ended = door.review(live);
        QCOMPARE(ended.size(), std::size_t{2});
        for (const auto& one : ended) {
            QVERIFY(one.client == (one.mayReturn ? "client-2" : "client-3"));
        }
        revoked.reset();
        ended = door.review(live);
        QCOMPARE(ended.size(), std::size_t{1});
    }

    void itIsWantedWhileSomebodyIsThereOrMayCome() {
        FeedDoor door;
        QVERIFY(!door.isWanted(now_));
        const auto token = door.issue(sessionOf("s1"), now_);
        QVERIFY(door.isWanted(now_));
        const auto late = now_ + door.lifetime();
        QVERIFY(!door.isWanted(late));
        const FeedDoor::Visit visit(door, "client", std::get<FeedPass>(door.verify(token, now_)));
        QVERIFY(door.isWanted(late));
    }

    void askingForTokensKeepsASessionUp() {
        using std::chrono::minutes;
        QVERIFY(FeedDoor::lifetimeFor(std::chrono::milliseconds(0)) == FeedDoor::longestLifetime);
        QVERIFY(FeedDoor::lifetimeFor(std::chrono::hours(2)) == FeedDoor::longestLifetime);
        QVERIFY(FeedDoor::lifetimeFor(minutes(2)) == minutes(1));
        QVERIFY(FeedDoor::lifetimeFor(seconds(1)) == FeedDoor::shortestLifetime);
    }

private:
    const Time now_{seconds(1'790'000'000)};
    FeedDoor door_;
};

QTEST_APPLESS_MAIN(FeedDoorTest)
#include "FeedDoorTest.moc"
