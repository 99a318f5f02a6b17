// What the rooms of two users are called.
#include "hub/DirectRoom.h"
#include "hub/ChannelOptions.h"

#include <QTest>

#include <random>
#include <string>

using namespace chinwag::hub;

class DirectRoomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void users_data() {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<bool>("canHave");
        const auto row = [](const char* name, const QByteArray& user, bool canHave) {
            QTest::newRow(name) << user << canHave;
        };
        row("plain", "alice", true);
        row("one letter", "a", true);
        row("an address", "alice@example.org", true);
        row("a namespace", "app:alice", true);
        row("a dollar", "$alice", true);
        row("marks", "!\"%&'()*+-./;<=>?@[]^_`{|}~", true);
        row("nobody", "", false);
        row("a comma", "ali,ce", false);
        row("a mark of lists", "ali#ce", false);
        row("a space", "ali ce", false);
        row("a line's end", "alice\n", false);
        row("delete", "alice\x7f", false);
        row("not ASCII",
            "al\xc3\xaf"
            "ce",
            false);
        row("the longest", QByteArray(255, 'a'), true);
        row("too long", QByteArray(256, 'a'), false);
    }

    void users() {
        QFETCH(QByteArray, user);
        QFETCH(bool, canHave);
        QCOMPARE(canHaveDirectRooms(user.toStdString()), canHave);
    }

    // Whoever they are called, both get the same room, which lets in these two and nobody else.
    void isTheSameForBoth() {
        std::mt19937 random(20'261'128); // NOLINT(cert-msc51-cpp): repeatable on purpose
        int rooms = 0;
        for (int i = 0; i < 20'000; ++i) {
            const auto one = anyUser(random);
            const auto other = anyUser(random);
            if (!canHaveDirectRooms(one) || !canHaveDirectRooms(other) || one == other)
                continue;
            const auto room = directRoom(one, other);
            QCOMPARE(room, directRoom(other, one));
            if (!isValidChannelName(room))
                continue;
            ++rooms;
            QCOMPARE(partnerIn(room, one).value_or(""), std::string_view(other));
            QCOMPARE(partnerIn(room, other).value_or(""), std::string_view(one));
            QVERIFY(!excludesUser(room, one) && !excludesUser(room, other) && !isPrivateChannel(room));
            QCOMPARE(namespaceOf(room), chatNamespace);
            const auto third = anyUser(random);
            if (third != one && third != other) {
                QVERIFY(excludesUser(room, third));
                QVERIFY(!partnerIn(room, third));
                QVERIFY(directRoom(one, third) != room);
            }
        }
        QVERIFY(rooms > 2'000);
    }

    void othersAreNone_data() {
        QTest::addColumn<QByteArray>("channel");
        for (const char* const channel :
             {"", "chat:direct", "chat:direct#", "chat:direct#alice", "chat:direct#bob,alice",
              "chat:direct#alice,alice", "chat:direct#,alice", "chat:direct#alice,", "chat:direct#a,b,c",
              "chat:direct#a#b,c", "chat:dialog#alice,bob", "direct#alice,bob", "score:direct#alice,bob",
              "chat:$direct#alice,bob", "chat:direct#ali ce,bob"})
            QTest::newRow(channel) << QByteArray(channel);
    }

    void othersAreNone() {
        QFETCH(QByteArray, channel);
        QVERIFY(!usersOfDirectRoom(channel.toStdString()));
        QVERIFY(!partnerIn(channel.toStdString(), "alice"));
        QVERIFY(!partnerIn(channel.toStdString(), ""));
    }

private:
    // Short ones out of few letters, so that they are often alike and begin like one another.
    static std::string anyUser(std::mt19937& random) {
        static constexpr std::string_view letters = "aaabAB:$.~,# ";
        std::string user;
        for (auto left = random() % 6; left > 0; --left)
            user += letters[random() % letters.size()];
        return user;
    }
};

QTEST_GUILESS_MAIN(DirectRoomTest)
#include "DirectRoomTest.moc"
