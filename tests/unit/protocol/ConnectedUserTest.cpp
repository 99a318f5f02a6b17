#include "protocol/ConnectedUser.h"

#include <QTest>

using namespace chinwag::protocol;

namespace {

using Time = std::chrono::system_clock::time_point;
using Texts = std::set<std::string>;

ConnectionInfo connection(const std::string& user, const std::string& nick, const std::string& room, int at) {
    ConnectionInfo info;
    info.user = user;
    info.nick = nick;
    info.room = room;
    info.connectedAt = Time(std::chrono::seconds(at));
    return info;
}

} // namespace

class ConnectedUserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectionsOfAUserAreTakenTogether() {
        ConnectedUsers users;
        count(users, connection("u1", "Ann", "lobby", 20));
        count(users, connection("u1", "Annie", "chat:lobby, chat:music, score:7", 10));
        count(users, connection("u1", "", "", 30));
        count(users, connection("u2", "Bob", "lobby", 5));
        QCOMPARE(users.size(), std::size_t{2});
        const auto& ann = users["u1"];
        QCOMPARE(ann.connections, std::size_t{3});
        QCOMPARE(ann.nicks, (Texts{"Ann", "Annie"}));
        // Both dialects' names of a room are the same.
        QCOMPARE(ann.rooms, (Texts{"chat:lobby", "chat:music", "score:7"}));
        QCOMPARE(ann.since, Time(std::chrono::seconds(10)));
    }

    void nobodyAnonymousIsAUser() {
        ConnectedUsers users;
        count(users, connection("", "Ann", "lobby", 20));
        QVERIFY(users.empty());
    }

    void workersAreMerged() {
        ConnectedUsers one;
        ConnectedUsers other;
        count(one, connection("u1", "Ann", "lobby", 20));
        count(other, connection("u1", "Ann", "lobby", 10));
        count(other, connection("u1", "Anna", "music", 40));
        count(other, connection("u2", "Bob", "lobby", 50));
        ConnectedUsers all;
        merge(all, std::move(one));
        merge(all, std::move(other));
        QCOMPARE(all.size(), std::size_t{2});
        QCOMPARE(all["u1"].connections, std::size_t{3});
        QCOMPARE(all["u1"].nicks, (Texts{"Ann", "Anna"}));
        QCOMPARE(all["u1"].rooms, (Texts{"chat:lobby", "chat:music"}));
        QCOMPARE(all["u1"].since, Time(std::chrono::seconds(10)));
        QCOMPARE(all["u2"].since, Time(std::chrono::seconds(50)));
    }
};

QTEST_GUILESS_MAIN(ConnectedUserTest)
#include "ConnectedUserTest.moc"
