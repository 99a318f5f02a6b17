// Bans, mutes and lockdown in both dialects: at once, after a restart, and until they end.
#include "ModerationServer.h"
#include "support/Patience.h"

#include <QJsonArray>
#include <QTest>

#include <memory>
#include <string>

namespace chinwag::test {

using namespace Qt::StringLiterals;

class ModerationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        server_ = std::make_unique<ModerationServer>();
        QVERIFY(server_->start());
    }
    void cleanup() { server_.reset(); }

    void aBanClosesAndRefusesInBothDialects();
    void aBanHoldsAfterAPowerCutUntilItIsLifted();
    void aBanEndsByItself();
    void networksAndDevicesAreBanned();
    void aBanFromOneRoom();
    void thePreviewSaysWhoWouldBeHit();
    void theMutedReadAndDoNotWrite();
    void lockdownLetsNobodyInUntilItEnds();
    void lockdownForStaffAlone();
    void wrongRequestsAreExplained_data();
    void wrongRequestsAreExplained();

private:
    QJsonObject post(std::string_view path, const QJsonObject& body) {
        const auto answer = server_->api().post(path, body);
        if (answer.answer.status != 200)
            qWarning("%s", answer.answer.describe().c_str());
        return answer.answer.status == 200 ? answer.body : QJsonObject();
    }
    QJsonObject ban(const QString& target, const QString& value, QJsonObject more = {}) {
        more[u"target"_s] = target;
        more[u"value"_s] = value;
        if (!more.contains(u"reason"_s))
            more[u"reason"_s] = u"spam"_s;
        return post("/admin/api/bans", more);
    }
    int plainStatus(const std::string& target) {
        auto probe = server_->process().webSocket();
        probe.open(target);
        return probe.answer().status;
    }

    std::unique_ptr<ModerationServer> server_;
};

void ModerationTest::aBanClosesAndRefusesInBothDialects() {
    auto plain = server_->process().chatter(server_->plain("mallory"));
    auto other = server_->process().chatter(server_->plain("bob"));
    auto live = server_->centrifuge();
    QVERIFY(live.connect(server_->token("mallory")).contains(u"connect"_s));

    const auto made = ban(u"user"_s, u"mallory"_s, {{u"note"_s, u"third time"_s}});
    QCOMPARE(made[u"hit"_s].toInt(), 2);
    QVERIFY(made[u"until"_s].isNull());
    auto event = plain.nextMessage();
    QCOMPARE(event.kind, Event::Kind::Close);
    QCOMPARE(event.code, 4501);
    QCOMPARE(event.payload, std::string("spam"));
    event = live.end();
    QCOMPARE(event.code, 4501);
    QCOMPARE(event.payload, std::string("spam"));

    auto again = server_->process().webSocket();
    QVERIFY(!again.open(server_->plain("mallory")));
    QCOMPARE(again.answer().status, 403);
    QVERIFY(again.answer().header("Content-Type").starts_with("application/problem+json"));
    QVERIFY(again.answer().body.find("\"reason\":\"spam\"") != std::string::npos);
    auto second = server_->centrifuge();
    QVERIFY(second.connect(server_->token("mallory")).isEmpty());
    QCOMPARE(second.end().code, 4501);

    other.send(text("Bob: still here"));
    QCOMPARE(other.next(), textEvent("Bob: still here"));
}

void ModerationTest::aBanHoldsAfterAPowerCutUntilItIsLifted() {
    const auto made = ban(u"user"_s, u"mallory"_s, {{u"minutes"_s, 60}});
    const auto id = made[u"id"_s].toInt();
    QVERIFY(id > 0);
    QVERIFY(server_->killAndRestart());
    QCOMPARE(plainStatus(server_->plain("mallory")), 403);
    auto live = server_->centrifuge();
    QVERIFY(live.connect(server_->token("mallory")).isEmpty());
    const auto end = live.end();
    QCOMPARE(end.code, 4501);
    // To the second and rounded up: the server that told it first knows it in milliseconds.
    const auto until =
        QDateTime::fromString(made[u"until"_s].toString(), Qt::ISODateWithMs).addMSecs(999).toUTC();
    QCOMPARE(QString::fromStdString(end.payload), u"spam (until %1)"_s.arg(until.toString(Qt::ISODate)));

    const auto path = "/admin/api/bans/" + std::to_string(id) + "/lift";
    QVERIFY(!post(path, {{u"reason"_s, u"said sorry"_s}}).isEmpty());
    QCOMPARE(plainStatus(server_->plain("mallory")), 101);
    QCOMPARE(server_->api().post(path, {}).answer.status, 409);
    QCOMPARE(server_->api().get("/admin/api/bans").body[u"total"_s].toInt(-1), 0);
    const auto all = server_->api().get("/admin/api/bans?state=all&q=MALL").body;
    QCOMPARE(all[u"items"_s][0][u"lifted_by"_s].toString(), u"olga"_s);
    QVERIFY(server_->killAndRestart());
    QCOMPARE(plainStatus(server_->plain("mallory")), 101);
}

void ModerationTest::aBanEndsByItself() {
    QVERIFY(!ban(u"user"_s, u"mallory"_s, {{u"minutes"_s, 0.02}})[u"until"_s].isNull());
    QVERIFY(
        QTest::qWaitFor([&] { return plainStatus(server_->plain("mallory")) == 101; }, patienceMilliseconds));
}

void ModerationTest::networksAndDevicesAreBanned() {
    auto phone = server_->centrifuge();
    QVERIFY(phone.connect({}, u"device-0001"_s).contains(u"connect"_s));
    auto tablet = server_->process().chatter("/ws/chat?device=device-0002");
    QCOMPARE(ban(u"device"_s, u"device-0001"_s)[u"hit"_s].toInt(), 1);
    QCOMPARE(phone.end().code, 4501);
    QCOMPARE(plainStatus("/ws/chat?device=device-0001"), 403);
    QCOMPARE(plainStatus("/ws/chat?device=x"), 400);

    QCOMPARE(ban(u"cidr"_s, u"10.0.0.0/8"_s)[u"hit"_s].toInt(-1), 0);
    QCOMPARE(ban(u"cidr"_s, u"127.0.0.0/8"_s)[u"hit"_s].toInt(), 1);
    QCOMPARE(tablet.nextMessage().code, 4501);
    QCOMPARE(plainStatus("/ws/chat"), 403);
}

void ModerationTest::aBanFromOneRoom() {
    auto live = server_->centrifuge();
    QVERIFY(live.connect(server_->token("mallory")).contains(u"connect"_s));
    QVERIFY(live.subscribe(u"chat:den"_s).contains(u"subscribe"_s));
    QCOMPARE(ban(u"user"_s, u"mallory"_s, {{u"room"_s, u"chat:den"_s}})[u"hit"_s].toInt(), 1);
    QCOMPARE(live.subscribe(u"chat:den"_s)[u"error"_s][u"code"_s].toInt(), 103);
    QVERIFY(live.subscribe(u"chat:lobby"_s).contains(u"subscribe"_s));
    QCOMPARE(plainStatus(server_->plain("mallory", "&room=den")), 403);
    QCOMPARE(plainStatus(server_->plain("mallory")), 101);
}

void ModerationTest::thePreviewSaysWhoWouldBeHit() {
    auto plain = server_->process().chatter(server_->plain("mallory", "&nick=Mallory"));
    const auto preview = ban(u"cidr"_s, u"127.0.0.1/32"_s, {{u"dry_run"_s, true}});
    QCOMPARE(preview[u"count"_s].toInt(), 1);
    QCOMPARE(preview[u"connections"_s][0][u"nick"_s].toString(), u"Mallory"_s);
    QCOMPARE(server_->api().get("/admin/api/bans").body[u"total"_s].toInt(-1), 0);
    plain.send(text("Mallory: hello"));
    QCOMPARE(plain.next(), textEvent("Mallory: hello"));
}

void ModerationTest::theMutedReadAndDoNotWrite() {
    auto plain = server_->process().chatter(server_->plain("mallory"));
    auto bob = server_->process().chatter(server_->plain("bob"));
    auto live = server_->centrifuge();
    QVERIFY(live.connect(server_->token("mallory")).contains(u"connect"_s));
    QVERIFY(live.subscribe(u"chat:lobby"_s).contains(u"subscribe"_s));
    const auto made =
        post("/admin/api/mutes",
             {{u"target"_s, u"user"_s}, {u"value"_s, u"mallory"_s}, {u"reason"_s, u"shouting"_s}});
    QCOMPARE(made[u"kind"_s].toString(), u"mute"_s);

    plain.send(text("Mallory: HELLO"));
    QCOMPARE(plain.next(), textEvent("Chinwag: Your message was not sent. You are muted: shouting."));
    const auto refused = live.publish(u"chat:lobby"_s, u"HELLO"_s)[u"error"_s].toObject();
    QCOMPARE(refused[u"code"_s].toInt(), 103);
    QCOMPARE(refused[u"message"_s].toString(), u"You are muted: shouting."_s);
    for (const char* method : {"chat.typing", "chat.edit", "chat.nick"}) {
        const QJsonObject data{
            {u"channel"_s, u"chat:lobby"_s}, {u"id"_s, u"1"_s}, {u"text"_s, u"x"_s}, {u"nick"_s, u"Mal"_s}};
        const auto reply =
            live.ask({{u"rpc"_s, QJsonObject{{u"method"_s, QLatin1String(method)}, {u"data"_s, data}}}});
        QCOMPARE(reply[u"error"_s][u"code"_s].toInt(), 103);
    }
    bob.send(text("Bob: quiet here"));
    QCOMPARE(bob.next(), textEvent("Bob: quiet here"));
    QCOMPARE(plain.next(), textEvent("Bob: quiet here"));

    const auto path = "/admin/api/mutes/" + std::to_string(made[u"id"_s].toInt()) + "/lift";
    QVERIFY(!post(path, {}).isEmpty());
    plain.send(text("Mallory: hello"));
    QCOMPARE(plain.next(), textEvent("Mallory: hello"));
}

void ModerationTest::lockdownLetsNobodyInUntilItEnds() {
    auto here = server_->process().chatter("/ws/chat");
    QVERIFY(!post("/admin/api/lockdown", {{u"level"_s, 1}, {u"reason"_s, u"raid"_s}}).isEmpty());
    QCOMPARE(plainStatus("/ws/chat"), 403);
    QCOMPARE(plainStatus(server_->plain("bob")), 101);
    QVERIFY(!post("/admin/api/lockdown", {{u"level"_s, 2}, {u"reason"_s, u"raid"_s}}).isEmpty());
    QCOMPARE(plainStatus(server_->plain("bob")), 403);
    auto live = server_->centrifuge();
    QVERIFY(live.connect(server_->token("bob")).isEmpty());
    QCOMPARE(live.end().code, 4502);
    here.send(text("hello"));
    QCOMPARE(here.next(), textEvent("hello"));

    QVERIFY(server_->killAndRestart());
    QCOMPARE(server_->api().get("/admin/api/lockdown").body[u"level"_s].toInt(), 2);
    QCOMPARE(plainStatus(server_->plain("bob")), 403);
    QVERIFY(
        !post("/admin/api/lockdown", {{u"level"_s, 2}, {u"minutes"_s, 0.02}, {u"reason"_s, u"nearly over"_s}})
             .isEmpty());
    QVERIFY(QTest::qWaitFor([&] { return plainStatus(server_->plain("bob")) == 101; }, patienceMilliseconds));
    QCOMPARE(server_->api().get("/admin/api/lockdown").body[u"level"_s].toInt(-1), 0);
}

void ModerationTest::lockdownForStaffAlone() {
    auto bob = server_->process().chatter(server_->plain("bob"));
    auto guard = server_->centrifuge();
    QVERIFY(guard.connect(server_->token("carol", true)).contains(u"connect"_s));
    const QJsonObject order{{u"level"_s, 3}, {u"reason"_s, u"repairs"_s}};
    auto dry = order;
    dry[u"dry_run"_s] = true;
    QCOMPARE(post("/admin/api/lockdown", dry)[u"count"_s].toInt(), 1);
    QCOMPARE(post("/admin/api/lockdown", order)[u"hit"_s].toInt(), 1);
    const auto event = bob.nextMessage();
    QCOMPARE(event.code, 4502);
    QCOMPARE(event.payload, std::string("repairs"));
    QVERIFY(guard.subscribe(u"chat:lobby"_s).contains(u"subscribe"_s));
}

void ModerationTest::wrongRequestsAreExplained_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("part");
    const QString bans = u"/admin/api/bans"_s;
    QTest::newRow("no reason") << bans << QJsonObject{{u"target"_s, u"user"_s}, {u"value"_s, u"m"_s}}
                               << u"'reason' is missing"_s;
    QTest::newRow("target") << bans
                            << QJsonObject{{u"target"_s, u"moon"_s},
                                           {u"value"_s, u"m"_s},
                                           {u"reason"_s, u"r"_s}}
                            << u"user, address, cidr or device"_s;
    QTest::newRow("cidr") << bans
                          << QJsonObject{{u"target"_s, u"cidr"_s},
                                         {u"value"_s, u"10.0.0.0/33"_s},
                                         {u"reason"_s, u"r"_s}}
                          << u"192.0.2.0/24"_s;
    QTest::newRow("minutes") << bans
                             << QJsonObject{{u"target"_s, u"user"_s},
                                            {u"value"_s, u"m"_s},
                                            {u"reason"_s, u"r"_s},
                                            {u"minutes"_s, 0}}
                             << u"greater than 0"_s;
    QTest::newRow("member") << bans << QJsonObject{{u"targets"_s, u"user"_s}} << u"no member 'targets'"_s;
    QTest::newRow("level") << u"/admin/api/lockdown"_s << QJsonObject{{u"level"_s, 4}, {u"reason"_s, u"r"_s}}
                           << u"from 0 to 3"_s;
}

void ModerationTest::wrongRequestsAreExplained() {
    QFETCH(QString, path);
    QFETCH(QJsonObject, body);
    QFETCH(QString, part);
    const auto answer = server_->api().post(path.toStdString(), body);
    QCOMPARE(answer.answer.status, 400);
    QVERIFY2(answer.body[u"detail"_s].toString().contains(part),
             qPrintable(answer.body[u"detail"_s].toString()));
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::ModerationTest)
#include "tst_moderation.moc"
