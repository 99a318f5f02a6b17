// Rooms that are locked or slow, messages that are redacted or purged, reports, and the record of it all.
#include "ModerationServer.h"
#include "support/Patience.h"

#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <memory>
#include <string>

namespace chinwag::test {

using namespace Qt::StringLiterals;

class RoomsAndMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        server_ = std::make_unique<ModerationServer>();
        QVERIFY(server_->start());
    }
    void cleanup() { server_.reset(); }

    void aLockedRoomIsReadOnly();
    void slowModeHoldsAcrossConnections();
    void roomsAreListed();
    void aRedactedMessageLeavesTheScreen();
    void aPurgeIsSeenByALiveClient();
    void aReportIsResolvedOnce();
    void theRecordIsVerified();

private:
    QJsonObject post(std::string_view path, const QJsonObject& body) {
        const auto answer = server_->api().post(path, body);
        if (answer.answer.status != 200)
            qWarning("%s", answer.answer.describe().c_str());
        return answer.answer.status == 200 ? answer.body : QJsonObject();
    }
    QJsonObject rules(QJsonObject body) {
        body[u"reason"_s] = u"order"_s;
        return post("/admin/api/rooms/chat:lobby/rules", body);
    }
    CentrifugeProbe inLobby(const std::string& user, bool isStaff = false) {
        auto probe = server_->centrifuge();
        probe.connect(server_->token(user, isStaff));
        probe.subscribe(u"chat:lobby"_s);
        return probe;
    }

    std::unique_ptr<ModerationServer> server_;
};

void RoomsAndMessagesTest::aLockedRoomIsReadOnly() {
    auto plain = server_->process().chatter(server_->plain("bob"));
    auto live = inLobby("bob");
    auto staff = inLobby("carol", true);
    QCOMPARE(rules({{u"locked"_s, true}})[u"locked"_s].toBool(), true);
    plain.send(text("Bob: hello"));
    QCOMPARE(plain.next(), textEvent("Chinwag: Your message was not sent. This room is locked."));
    QCOMPARE(live.publish(u"chat:lobby"_s, u"hello"_s)[u"error"_s][u"code"_s].toInt(), 103);
    QVERIFY(staff.publish(u"chat:lobby"_s, u"quiet, please"_s).contains(u"publish"_s));
    QVERIFY(server_->killAndRestart());
    auto after = inLobby("bob");
    QCOMPARE(after.publish(u"chat:lobby"_s, u"hello"_s)[u"error"_s][u"code"_s].toInt(), 103);
    QCOMPARE(rules({{u"locked"_s, false}})[u"locked"_s].toBool(true), false);
    QVERIFY(after.publish(u"chat:lobby"_s, u"hello"_s).contains(u"publish"_s));
}

void RoomsAndMessagesTest::slowModeHoldsAcrossConnections() {
    QCOMPARE(rules({{u"slow_seconds"_s, 600}})[u"slow_seconds"_s].toInt(), 600);
    auto first = inLobby("bob");
    QVERIFY(first.publish(u"chat:lobby"_s, u"one"_s).contains(u"publish"_s));
    const auto refused = first.publish(u"chat:lobby"_s, u"two"_s)[u"error"_s].toObject();
    QCOMPARE(refused[u"code"_s].toInt(), 111);
    QVERIFY(refused[u"message"_s].toString().contains(u"one message every 600 s"_s));
    auto second = inLobby("bob");
    QCOMPARE(second.publish(u"chat:lobby"_s, u"three"_s)[u"error"_s][u"code"_s].toInt(), 111);
    auto other = inLobby("carol");
    QVERIFY(other.publish(u"chat:lobby"_s, u"mine"_s).contains(u"publish"_s));
    // Those without a name are known by their address.
    auto anonymous = server_->process().chatter("/ws/chat?nick=Dave");
    anonymous.send(text("Dave: hello"));
    QCOMPARE(anonymous.next(), textEvent("Dave: hello"));
    auto again = server_->process().chatter("/ws/chat?nick=Eve");
    again.send(text("Eve: hello"));
    QVERIFY(
        again.next().payload.starts_with("Chinwag: Your message was not sent. This room is in slow mode"));
}

void RoomsAndMessagesTest::roomsAreListed() {
    auto bob = inLobby("bob");
    auto den = server_->process().chatter("/ws/chat?room=den");
    QVERIFY(bob.publish(u"chat:lobby"_s, u"hello"_s).contains(u"publish"_s));
    rules({{u"slow_seconds"_s, 5}});
    const auto rooms = server_->api().get("/admin/api/rooms?sort=name").body;
    QCOMPARE(rooms[u"total"_s].toInt(), 2);
    const auto lobby = rooms[u"items"_s][1].toObject();
    QCOMPARE(lobby[u"name"_s].toString(), u"chat:lobby"_s);
    QCOMPARE(lobby[u"subscribers"_s].toInt(), 1);
    QCOMPARE(lobby[u"present"_s].toInt(), 1);
    QCOMPARE(lobby[u"slow_seconds"_s].toInt(), 5);
    QVERIFY(!lobby[u"last_message_at"_s].isNull());
    QCOMPARE(server_->api().get("/admin/api/rooms?q=DEN").body[u"total"_s].toInt(), 1);
    const auto page = server_->api().get("/admin/api/rooms?limit=1").body;
    QCOMPARE(page[u"next_cursor"_s].toString(), u"1"_s);
}

void RoomsAndMessagesTest::aRedactedMessageLeavesTheScreen() {
    auto mallory = inLobby("mallory");
    auto bob = inLobby("bob");
    QVERIFY(mallory.publish(u"chat:lobby"_s, u"buy now"_s).contains(u"publish"_s));
    const auto id = bob.nextData()[u"id"_s].toString();
    const auto found = server_->api().get("/admin/api/messages?room=chat:lobby&q=buy").body;
    QCOMPARE(found[u"items"_s][0][u"id"_s].toString(), id);
    QCOMPARE(found[u"items"_s][0][u"user"_s].toString(), u"mallory"_s);
    const QJsonObject order{{u"room"_s, u"chat:lobby"_s}, {u"id"_s, id}, {u"reason"_s, u"spam"_s}};
    QVERIFY(!post("/admin/api/messages/redact", order).isEmpty());
    const auto told = bob.nextData();
    QCOMPARE(told[u"type"_s].toString(), u"redact"_s);
    QCOMPARE(told[u"id"_s].toString(), id);
    QCOMPARE(
        server_->api().get("/admin/api/messages?room=chat:lobby&q=buy").body[u"items"_s].toArray().size(), 0);
    QCOMPARE(server_->api().post("/admin/api/messages/redact", order).answer.status, 404);
}

void RoomsAndMessagesTest::aPurgeIsSeenByALiveClient() {
    auto mallory = inLobby("mallory");
    auto bob = inLobby("bob");
    QStringList ids;
    for (const auto& line : {u"one"_s, u"two"_s, u"three"_s}) {
        QVERIFY(mallory.publish(u"chat:lobby"_s, line).contains(u"publish"_s));
        ids << bob.nextData()[u"id"_s].toString();
    }
    QVERIFY(bob.publish(u"chat:lobby"_s, u"mine stays"_s).contains(u"publish"_s));
    bob.nextData();
    QJsonObject order{{u"user"_s, u"mallory"_s}, {u"reason"_s, u"spam"_s}, {u"dry_run"_s, true}};
    QCOMPARE(post("/admin/api/users/purge", order)[u"messages"_s].toInt(), 3);
    order[u"dry_run"_s] = false;
    QCOMPARE(post("/admin/api/users/purge", order)[u"messages"_s].toInt(), 3);
    for (const auto& id : ids) {
        const auto told = bob.nextData();
        QCOMPARE(told[u"type"_s].toString(), u"redact"_s);
        QCOMPARE(told[u"id"_s].toString(), id);
    }
    const auto history =
        bob.ask({{u"history"_s, QJsonObject{{u"channel"_s, u"chat:lobby"_s}, {u"limit"_s, -1}}}});
    int texts = 0;
    const auto publications = history[u"history"_s][u"publications"_s].toArray();
    for (const auto& one : publications)
        texts += one[u"data"_s].toObject().contains(u"text"_s) ? 1 : 0;
    QCOMPARE(texts, 1);
}

void RoomsAndMessagesTest::aReportIsResolvedOnce() {
    auto mallory = inLobby("mallory");
    auto bob = inLobby("bob");
    QVERIFY(mallory.publish(u"chat:lobby"_s, u"buy now"_s).contains(u"publish"_s));
    const QJsonObject data{{u"channel"_s, u"chat:lobby"_s},
                           {u"id"_s, bob.nextData()[u"id"_s].toString()},
                           {u"reason"_s, u"spam"_s}};
    QVERIFY(bob.ask({{u"rpc"_s, QJsonObject{{u"method"_s, u"chat.report"_s}, {u"data"_s, data}}}})
                .contains(u"rpc"_s));
    const auto open = server_->api().get("/admin/api/reports?state=open").body[u"reports"_s].toArray();
    QCOMPARE(open.size(), 1);
    const auto path = "/admin/api/reports/" + std::to_string(open[0][u"number"_s].toInt()) + "/resolve";
    QVERIFY(!post(path, {{u"outcome"_s, u"acted"_s}, {u"note"_s, u"banned"_s}}).isEmpty());
    QCOMPARE(server_->api().post(path, {{u"outcome"_s, u"acted"_s}}).answer.status, 409);
    QCOMPARE(server_->api().get("/admin/api/reports?state=open").body[u"reports"_s].toArray().size(), 0);
    const auto resolved = server_->api().get("/admin/api/reports?state=resolved").body[u"reports"_s][0];
    QCOMPARE(resolved[u"outcome"_s].toString(), u"acted"_s);
    QCOMPARE(resolved[u"resolved_by"_s].toString(), u"olga"_s);
    QCOMPARE(server_->api().post("/admin/api/reports/77/resolve", {{u"outcome"_s, u"acted"_s}}).answer.status,
             404);
}

void RoomsAndMessagesTest::theRecordIsVerified() {
    for (const char* user : {"mallory", "oscar", "trudy"}) {
        QVERIFY(!post("/admin/api/bans",
                      {{u"target"_s, u"user"_s}, {u"value"_s, QLatin1String(user)}, {u"reason"_s, u"spam"_s}})
                     .isEmpty());
    }
    rules({{u"locked"_s, true}});
    const auto sound = server_->api().get("/admin/api/audit/verify").body;
    QCOMPARE(sound[u"sound"_s].toBool(), true);
    QCOMPARE(sound[u"entries"_s].toInt(), 5); // the log-in, too
    const auto entries = server_->api().get("/admin/api/audit?action=ban.&target=OSCAR").body;
    QCOMPARE(entries[u"items"_s].toArray().size(), 1);
    QCOMPARE(entries[u"items"_s][0][u"actor"_s].toString(), u"olga"_s);
    QCOMPARE(entries[u"items"_s][0][u"after"_s][u"value"_s].toString(), u"oscar"_s);

    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"by hand"_s);
        database.setDatabaseName(server_->file(u"chinwag.db"_s));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"UPDATE audit SET reason = 'a favour' WHERE seq = 2"_s));
        database.close();
    }
    QSqlDatabase::removeDatabase(u"by hand"_s);
    const auto broken = server_->api().get("/admin/api/audit/verify").body;
    QCOMPARE(broken[u"sound"_s].toBool(true), false);
    QCOMPARE(broken[u"broken_at"_s].toInt(), 2);
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::RoomsAndMessagesTest)
#include "tst_rooms_and_messages.moc"
