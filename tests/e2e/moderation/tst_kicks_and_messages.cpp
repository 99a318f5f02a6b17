// What operators do to many at once, and what they say.
#include "ModerationServer.h"
#include "support/Patience.h"

#include <QJsonArray>
#include <QTest>

#include <memory>
#include <string>
#include <vector>

namespace chinwag::test {

using namespace Qt::StringLiterals;

class KicksAndMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        server_ = std::make_unique<ModerationServer>();
        QVERIFY(server_->start());
    }
    void cleanup() { server_.reset(); }

    void allThatMatchAreKicked();
    void thoseThatAreNamedAreKicked();
    void itHappensOnce();
    void anOperatorSpeaksInARoom();
    void oneIsToldSomething();
    void anAgentSpeaksAndDoesNotKick();
    void aRoomMayHaveASlashInItsName();
    void aRoomKeepsTheTimeOfItsLastMessage();
    void whatIsSentAgainIsNotTooSoon();

private:
    JsonAnswer kick(const QJsonObject& body) {
        return server_->api().post("/admin/api/connections/kick", body);
    }
    std::string idOf(const std::string& nick) {
        const auto answer = server_->api().get("/admin/api/connections?nick=" + nick);
        return answer.body[u"items"_s][0][u"id"_s].toString().toStdString();
    }
    QJsonArray recorded(const std::string& action) {
        return server_->api().get("/admin/api/audit?action=" + action).body[u"items"_s].toArray();
    }

    std::unique_ptr<ModerationServer> server_;
};

namespace {

Event kicked(const std::string& reason) {
    return {Event::Kind::Close, reason, 4500};
}

} // namespace

void KicksAndMessagesTest::allThatMatchAreKicked() {
    std::vector<WebSocketProbe> crowd;
    for (const char* nick : {"Amy", "Bea", "Cyd"})
        crowd.push_back(server_->process().chatter(std::string("/ws/chat?room=den&nick=") + nick));
    auto other = server_->process().chatter("/ws/chat?room=lobby&nick=Dan");
    const QJsonObject query{{u"room"_s, u"den"_s}};
    const auto preview = kick({{u"query"_s, query}, {u"dry_run"_s, true}});
    QCOMPARE(preview.answer.status, 200);
    QCOMPARE(preview.body[u"count"_s].toInt(), 3);
    QCOMPARE(preview.body[u"connections"_s].toArray().size(), 3);
    QVERIFY(recorded("connection.kick_many").isEmpty());

    QCOMPARE(kick({{u"query"_s, query}, {u"reason"_s, u"spam"_s}}).body[u"count"_s].toInt(), 3);
    for (auto& one : crowd)
        QCOMPARE(one.next(), kicked("spam"));
    other.send(text("Dan: still here"));
    QCOMPARE(other.next(), textEvent("Dan: still here"));
    const auto rows = recorded("connection.kick_many");
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0][u"target"_s].toString(), u"3 connections: room=den"_s);
    QCOMPARE(rows[0][u"reason"_s].toString(), u"spam"_s);
    QCOMPARE(kick({{u"query"_s, query}}).body[u"count"_s].toInt(-1), 0);
}

void KicksAndMessagesTest::thoseThatAreNamedAreKicked() {
    auto amy = server_->process().chatter("/ws/chat?nick=Amy");
    auto bea = server_->process().chatter("/ws/chat?nick=Bea");
    const auto id = QString::fromStdString(idOf("Amy"));
    const QJsonArray ids{id, id, u"7-7-7"_s, u"nobody"_s};
    QCOMPARE(kick({{u"ids"_s, ids}, {u"dry_run"_s, true}}).body[u"count"_s].toInt(), 1);
    QCOMPARE(kick({{u"ids"_s, ids}}).body[u"count"_s].toInt(), 1);
    QCOMPARE(amy.next(), kicked("kicked"));
    bea.send(text("Bea: hello"));
    QCOMPARE(bea.next(), textEvent("Bea: hello"));
}

void KicksAndMessagesTest::itHappensOnce() {
    auto amy = server_->process().chatter("/ws/chat?nick=Amy");
    const QJsonObject everybody{{u"query"_s, QJsonObject()}};
    const auto first = server_->api().post("/admin/api/connections/kick", everybody, "the-first");
    QCOMPARE(first.body[u"count"_s].toInt(), 1);
    QCOMPARE(amy.next(), kicked("kicked"));
    auto bea = server_->process().chatter("/ws/chat?nick=Bea");
    const auto again = server_->api().post("/admin/api/connections/kick", everybody, "the-first");
    QCOMPARE(again.body, first.body);
    bea.send(text("Bea: hello"));
    QCOMPARE(bea.next(), textEvent("Bea: hello"));
}

void KicksAndMessagesTest::anOperatorSpeaksInARoom() {
    auto plain = server_->process().chatter("/ws/chat?nick=Amy");
    auto live = server_->centrifuge();
    live.connect(server_->token("bob"));
    live.subscribe(u"chat:lobby"_s);
    const auto said = server_->api().post("/admin/api/rooms/chat:lobby/messages",
                                          {{u"text"_s, u"We restart\nat eight."_s}, {u"notice"_s, true}});
    QCOMPARE(said.answer.status, 200);
    QCOMPARE(plain.next(), textEvent("olga: We restart\nat eight."));
    const auto data = live.nextData();
    QCOMPARE(data[u"nick"_s].toString(), u"olga"_s);
    QCOMPARE(data[u"id"_s], said.body[u"id"_s]);
    const auto kept = server_->api().get("/admin/api/messages?room=chat:lobby").body[u"items"_s].toArray();
    QCOMPARE(kept.size(), 1);
    const auto rows = recorded("room.message");
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0][u"target"_s].toString(), u"chat:lobby"_s);
    QCOMPARE(rows[0][u"after"_s][u"text"_s].toString(), u"We restart\nat eight."_s);
    QCOMPARE(server_->api().post("/admin/api/rooms/score:x/messages", {{u"text"_s, u"x"_s}}).answer.status,
             404);
    QCOMPARE(server_->api().post("/admin/api/rooms/chat:lobby/messages", {{u"text"_s, u""_s}}).answer.status,
             400);
}

void KicksAndMessagesTest::oneIsToldSomething() {
    auto amy = server_->process().chatter("/ws/chat?nick=Amy");
    auto bea = server_->process().chatter("/ws/chat?nick=Bea");
    auto live = server_->centrifuge();
    live.connect(server_->token("bob"));
    const auto tell = [this](const std::string& id) {
        return server_->api().post("/admin/api/connections/" + id + "/message", {{u"text"_s, u"Hello?"_s}});
    };
    QCOMPARE(tell(idOf("Amy")).answer.status, 200);
    QCOMPARE(amy.next(), textEvent("olga: Hello?"));
    const auto bob = server_->api().get("/admin/api/connections?user=bob").body[u"items"_s][0][u"id"_s];
    QCOMPARE(tell(bob.toString().toStdString()).answer.status, 200);
    const auto told = live.nextTold();
    QCOMPARE(told[u"nick"_s].toString(), u"olga"_s);
    QCOMPARE(told[u"text"_s].toString(), u"Hello?"_s);
    QCOMPARE(tell("7-7-7").answer.status, 404);
    bea.send(text("Bea: nothing for me"));
    QCOMPARE(bea.next(), textEvent("Bea: nothing for me"));
    QCOMPARE(recorded("connection.message").size(), 2);
}

void KicksAndMessagesTest::anAgentSpeaksAndDoesNotKick() {
    auto amy = server_->process().chatter("/ws/chat?nick=Amy");
    QCOMPARE(runAdmin(server_->file({}), u"add"_s, u"ann"_s, "correct horse battery\n"), 0);
    const auto id = idOf("Amy");
    QCOMPARE(runAdmin(server_->file({}), u"role"_s, u"ann"_s, {}, {u"agent"_s}), 0);
    OperatorApi agent(server_->process());
    QCOMPARE(agent.logIn("ann", "correct horse battery").answer.status, 200);
    QCOMPARE(agent.post("/admin/api/connections/kick", {{u"query"_s, QJsonObject()}}).answer.status, 403);
    QCOMPARE(agent.post("/admin/api/connections/" + id + "/message", {{u"text"_s, u"Hi"_s}}).answer.status,
             200);
    QCOMPARE(amy.next(), textEvent("ann: Hi"));
}

void KicksAndMessagesTest::aRoomMayHaveASlashInItsName() {
    const QJsonObject rules{{u"slow_seconds"_s, 5}, {u"reason"_s, u"order"_s}};
    for (const char* path :
         {"/admin/api/rooms/chat:team%2Fred/rules", "/admin/api/rooms/chat:team/red/rules"}) {
        const auto answer = server_->api().post(path, rules);
        QVERIFY2(answer.answer.status == 200, path);
        QCOMPARE(answer.body[u"name"_s].toString(), u"chat:team/red"_s);
    }
}

void KicksAndMessagesTest::aRoomKeepsTheTimeOfItsLastMessage() {
    const auto lastOf = [this] {
        return server_->api().get("/admin/api/rooms?q=lobby").body[u"items"_s][0][u"last_message_at"_s];
    };
    QCOMPARE(
        server_->api().post("/admin/api/rooms/chat:lobby/messages", {{u"text"_s, u"one"_s}}).answer.status,
        200);
    auto before = server_->process().chatter("/ws/chat?nick=Amy");
    const auto last = lastOf();
    QVERIFY(last.isString());
    QVERIFY(server_->killAndRestart());
    auto after = server_->process().chatter("/ws/chat?nick=Amy");
    QCOMPARE(lastOf(), last);
}

void KicksAndMessagesTest::whatIsSentAgainIsNotTooSoon() {
    QCOMPARE(
        server_->api()
            .post("/admin/api/rooms/chat:lobby/rules", {{u"slow_seconds"_s, 600}, {u"reason"_s, u"order"_s}})
            .answer.status,
        200);
    auto bob = server_->centrifuge();
    bob.connect(server_->token("bob"));
    bob.subscribe(u"chat:lobby"_s);
    const auto say = [&bob](const QString& text, const QString& id) {
        const QJsonObject data{{u"text"_s, text}, {u"client_id"_s, id}};
        return bob.ask({{u"publish"_s, QJsonObject{{u"channel"_s, u"chat:lobby"_s}, {u"data"_s, data}}}});
    };
    QVERIFY(say(u"one"_s, u"1"_s).contains(u"publish"_s));
    QVERIFY(say(u"one"_s, u"1"_s).contains(u"publish"_s));
    QCOMPARE(say(u"two"_s, u"2"_s)[u"error"_s][u"code"_s].toInt(), 111);
    const auto kept = server_->api().get("/admin/api/messages?room=chat:lobby").body[u"items"_s].toArray();
    QCOMPARE(kept.size(), 1);
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::KicksAndMessagesTest)
#include "tst_kicks_and_messages.moc"
