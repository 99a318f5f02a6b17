// Several rooms of one connection, against a scripted server.
#include "sdk/ChatLinkCase.h"

namespace chinwag::test {

class ChatRoomsTest : public ChatLinkCase {
    Q_OBJECT

private Q_SLOTS:
    void aRoomThatRefusesIsClosed() {
        server_->refuseOnce(text("subscribe"), 103);
        enter();
        QVERIFY(told_->waitFor(text("connected")));
        QCOMPARE(told_->lines.size(), 2);
        QVERIFY(told_->lines.first().startsWith(text("closed ")));
        QVERIFY(told_->lines.first().contains(text("refused")));
        QVERIFY(!link_->publish({1, room, text("let me in"), text("p-1")}));
        // It can be asked once more.
        link_->enter({room});
        QVERIFY(told_->waitFor(text("open")));
        QVERIFY(link_->publish({2, room, text("thanks"), text("p-2")}));
    }

    void aRoomPutsUsOut_data() {
        QTest::addColumn<bool>("refused");
        QTest::newRow("and says why when it is asked") << true;
        QTest::newRow("and would let us in again") << false;
    }
    void aRoomPutsUsOut() {
        QFETCH(const bool, refused);
        enter();
        QVERIFY(told_->waitFor(text("connected")));
        if (refused)
            server_->refuseOnce(text("subscribe"), 103);
        server_->push({{text("channel"), room},
                       {text("unsubscribe"),
                        QJsonObject{{text("code"), 2000}, {text("reason"), text("server unsubscribe")}}}});
        QVERIFY(eventually([&] { return told_->lines.last().startsWith(text("closed ")); }));
        QCOMPARE(server_->count(text("subscribe")), 2);
        QVERIFY(!told_->lines.last().contains(text("unsubscribe")));
        QCOMPARE(told_->lines.last().startsWith(text("closed The server says: ")), refused);
        // It is not for us to come back by ourselves.
        if (!refused)
            QVERIFY(eventually([&] { return server_->count(text("unsubscribe")) == 1; }));
        QVERIFY(!link_->publish({2, room, text("still here?"), text("p-2")}));
        QCOMPARE(told_->lines.count(text("open")), 1);
    }

    void roomsAreEachTheirOwn() {
        server_->rule(text("subscribe"), [](const QJsonObject& parameters) {
            return ScriptedServer::positioned(parameters[text("channel")].toString() == room ? 3 : 8,
                                              text("e"));
        });
        enter({}, {QStringLiteral("chat:attic")});
        QVERIFY(told_->waitFor(text("connected")));
        QVERIFY(told_->lines.contains(text("open")));
        QVERIFY(told_->lines.contains(text("chat:attic: open")));
        QCOMPARE(server_->connections(), 1);
        server_->publish(text("chat:attic"), message(text("m9"), text("dust")), 9);
        QVERIFY(told_->waitFor(text("chat:attic: m9 dust")));
        QCOMPARE(link_->resume(room).offset, 3U);
        QCOMPARE(link_->resume(text("chat:attic")).offset, 9U);
        link_->enter({text("chat:cellar")});
        QVERIFY(told_->waitFor(text("chat:cellar: open")));
        link_->exit(text("chat:attic"));
        QVERIFY(eventually([&] { return server_->count(text("unsubscribe")) == 1; }));
        server_->publish(text("chat:attic"), message(text("m10"), text("spider")), 10);
        server_->publish(room, message(text("m4"), text("end")), 4);
        QVERIFY(told_->waitFor(text("m4 end")));
        QVERIFY(!told_->lines.contains(text("chat:attic: m10 spider")));
        QCOMPARE(told_->lines.count(text("connected")), 1);
    }

    void theServerSubscribesToARoom() {
        enter();
        QVERIFY(told_->waitFor(text("connected")));
        const QString direct = text("chat:direct#ada,robin");
        server_->push(
            {{text("channel"), direct}, {text("subscribe"), ScriptedServer::positioned(4, text("e"))}});
        QVERIFY(told_->waitFor(direct + text(": open")));
        QCOMPARE(server_->count(text("subscribe")), 1); // ours, of the other room
        server_->publish(direct, message(text("m5"), text("psst")), 5);
        QVERIFY(told_->waitFor(direct + text(": m5 psst")));
        QCOMPARE(link_->resume(direct).offset, 5U);
        QVERIFY(link_->publish({1, direct, text("what?"), text("p-1")}));
        QVERIFY(eventually([&] { return server_->count(text("publish")) == 1; }));
        QCOMPARE(server_->commands(text("publish")).last().parameters[text("channel")].toString(), direct);
        // What is no room is somebody else's.
        server_->push({{text("channel"), text("score:1")}, {text("subscribe"), QJsonObject()}});
        server_->push({{text("channel"), direct}, {text("unsubscribe"), QJsonObject{{text("code"), 2000}}}});
        QVERIFY(eventually([&] { return told_->lines.last().startsWith(direct + text(": closed ")); }));
        QVERIFY(!told_->lines.contains(text("score:1: open")));
    }

    void theServerWasFasterThanWe() {
        // A token may subscribe its bearer to a room that the client wants as well.
        server_->rule(text("connect"), [](const QJsonObject&) {
            return QJsonObject{{text("client"), text("c1")},
                               {text("subs"), QJsonObject{{room, ScriptedServer::positioned(4, text("e"))}}}};
        });
        server_->refuseOnce(text("subscribe"), 105);
        history_ = page({message(text("m4"), text("four"))});
        enter();
        QVERIFY(told_->waitFor(text("connected")));
        QCOMPARE(told_->lines, QStringList({text("page m4"), text("open"), text("connected")}));
        server_->publish(room, message(text("m5"), text("five")), 5);
        QVERIFY(told_->waitFor(text("m5 five")));
        QVERIFY(link_->publish({1, room, text("hi"), text("p-1")}));
        QVERIFY(eventually([&] { return server_->count(text("publish")) == 1; }));
        QCOMPARE(server_->count(text("unsubscribe")), 0);
    }

    void tellsWhatHoldsInARoom() {
        const auto rules = [](bool locked, int seconds) {
            return QJsonObject{{text("locked"), locked}, {text("slow_seconds"), seconds}};
        };
        server_->rule(text("rpc"), [&](const QJsonObject& parameters) -> std::optional<QJsonObject> {
            const bool isAttic = parameters[text("data")][text("channel")].toString() == text("chat:attic");
            return parameters[text("method")].toString() == text("chat.rules")
                       ? QJsonObject{{text("data"), rules(isAttic, 0)}}
                       : history_;
        });
        enter({}, {QStringLiteral("chat:attic")});
        QVERIFY(eventually([&] { return told_->rules.size() == 2; }));
        QCOMPARE(told_->rules[room], sdk::RoomRules());
        QCOMPARE(told_->rules[text("chat:attic")], sdk::RoomRules({true, 0}));
        // And when it changes; who changes it is told, too.
        QJsonObject notice = rules(false, 30);
        notice.insert(text("type"), text("rules"));
        server_->publish(room, notice);
        QVERIFY(eventually([&] { return told_->rules[room] == sdk::RoomRules({false, 30}); }));
        QCOMPARE(told_->rules[text("chat:attic")], sdk::RoomRules({true, 0}));
    }

    void aServerNeedNotTellWhatHolds() {
        server_->rule(text("rpc"), [&](const QJsonObject& parameters) -> std::optional<QJsonObject> {
            return parameters[text("method")].toString() == text("chat.rules") ? ScriptedServer::error(104)
                                                                               : history_;
        });
        enter();
        QVERIFY(told_->waitFor(text("connected")));
        QVERIFY(eventually([&] { return calls("chat.rules") == 1; }));
        someTurns();
        QVERIFY(told_->rules.isEmpty());
        QVERIFY(!told_->lines.contains(text("end")));
    }

    void tellsWhatTheServerKeepsOfRooms() {
        server_->rule(text("rpc"), [this](const QJsonObject& parameters) -> std::optional<QJsonObject> {
            if (parameters[text("method")].toString() != text("chat.rooms"))
                return history_;
            QJsonObject answer{{text("rooms"), QJsonArray{QJsonObject{
                                                   {text("channel"), text("chat:b")},
                                                   {text("marker"), QJsonObject{{text("id"), text("m1")}}},
                                                   {text("unread"), 2},
                                                   {text("last"), 5'000}}}}};
            if (!parameters[text("data")].toObject().contains(text("after"))) {
                answer.insert(text("rooms"), QJsonArray{QJsonObject{{text("channel"), text("chat:a")}}});
                answer.insert(text("next"), text("chat:a"));
            }
            return QJsonObject{{text("data"), answer}};
        });
        enter({}, {}, text("eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb2JpbiJ9.x"));
        QVERIFY(told_->waitFor(text("connected")));
        link_->askRooms();
        QVERIFY(eventually([&] { return told_->rooms.size() == 2; }));
        QCOMPARE(told_->rooms.at(0).unread, -1);
        QCOMPARE(told_->rooms.at(1).room, text("chat:b"));
        QCOMPARE(told_->rooms.at(1).readUpTo, text("m1"));
        QCOMPARE(told_->rooms.at(1).unread, 2);
        QCOMPARE(told_->rooms.at(1).lastAt.toMSecsSinceEpoch(), 5'000);
        // What the same user has read elsewhere, and what somebody else has.
        const auto read = [&](const char* user, const char* id) {
            server_->push(
                {{text("channel"), room},
                 {text("pub"), QJsonObject{{text("data"), QJsonObject{{text("type"), text("read")},
                                                                      {text("id"), text(id)}}},
                                           {text("info"), QJsonObject{{text("user"), text(user)},
                                                                      {text("client"), text("x")}}}}}});
        };
        read("ada", "m7");
        read("robin", "m8");
        QVERIFY(told_->waitFor(text("read m8")));
        QVERIFY(!told_->lines.contains(text("read m7")));
        link_->markRead(room, text("m9"));
        QVERIFY(eventually([&] {
            const auto last = server_->commands(text("rpc")).last().parameters;
            return last[text("method")].toString() == text("chat.read") &&
                   last[text("data")][text("id")].toString() == text("m9");
        }));
    }
};

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::ChatRoomsTest)
#include "tst_chat_rooms.moc"
