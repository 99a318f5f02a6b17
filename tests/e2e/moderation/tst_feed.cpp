// The operators' live feed: what it tells, to whom, and when it ends.
#include "ModerationServer.h"

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <string>

namespace chinwag::test {

using namespace Qt::StringLiterals;

class FeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        server_ = std::make_unique<ModerationServer>();
        QVERIFY(server_->start());
    }
    void cleanup() { server_.reset(); }

    void itTellsTheCountersEverySecond();
    void itTellsWhatHappens();
    void itTellsTheLogToThoseWhoMayReadIt();
    void nobodyElseIsLetIn();
    void anOperatorIsNobodyInTheChat();
    void itEndsWithTheSession();
    void anotherRoleWantsAnotherToken();
    void bansOfTheAddressDoNotEndIt();
    void theInternalListenerHasItForOperatorsAlone();

private:
    std::string feedToken() {
        const auto answer = server_->api().post("/admin/api/feed-token", {});
        return answer.body[u"token"_s].toString().toStdString();
    }
    // A follower of `channel`; the reply to its subscription is in reply_.
    CentrifugeProbe follower(const QString& channel) {
        auto probe = server_->centrifuge();
        reply_ = probe.connect(feedToken());
        if (reply_.contains(u"connect"_s))
            reply_ = probe.subscribe(channel);
        return probe;
    }
    int errorCode() const { return reply_[u"error"_s][u"code"_s].toInt(); }
    // The next event of a kind; empty when the connection ends before.
    static QJsonObject nextEvent(CentrifugeProbe& feed, const QString& type) {
        while (true) {
            auto event = feed.nextData();
            if (event.isEmpty() || event[u"type"_s].toString() == type)
                return event;
        }
    }
    bool setRole(const QString& role) {
        return QProcess::execute(
                   qEnvironmentVariable("CHINWAG_TEST_BIN") + u"/chinwagd"_s,
                   {u"admin"_s, u"role"_s, u"olga"_s, role, u"--data-dir"_s, server_->file(u"."_s)}) == 0;
    }

    std::unique_ptr<ModerationServer> server_;
    QJsonObject reply_;
};

void FeedTest::itTellsTheCountersEverySecond() {
    const auto answer = server_->api().post("/admin/api/feed-token", {});
    QCOMPARE(answer.answer.status, 200);
    QCOMPARE(answer.body[u"expires_in"_s].toInt(), 300);
    auto feed = follower(u"admin:stats"_s);
    QVERIFY(reply_.contains(u"subscribe"_s));
    const auto first = feed.nextData();
    QCOMPARE(first.keys(), server_->api().get("/admin/api/stats").body.keys());
    QCOMPARE(first[u"connections"_s][u"websocket"_s].toInt(), 1);
    // Neither a room nor a message: what is told of the server itself does not count.
    QCOMPARE(first[u"rooms"_s].toInt(), 0);
    const auto second = feed.nextData();
    QCOMPARE(second[u"messages"_s][u"delivered"_s].toInt(), 0);
    QVERIFY(second[u"time"_s].toString() > first[u"time"_s].toString());
    QCOMPARE(server_->api().get("/admin/api/rooms").body[u"total"_s].toInt(), 0);
    // Nor is the follower among those who are looked after.
    QCOMPARE(server_->api().get("/admin/api/connections").body[u"open"_s].toInt(), 0);
}

void FeedTest::itTellsWhatHappens() {
    auto feed = follower(u"admin:events"_s);
    QVERIFY(reply_.contains(u"subscribe"_s));
    auto bob = server_->process().chatter(server_->plain("bob"));
    auto come = nextEvent(feed, u"connections"_s);
    while (!come.isEmpty() && come[u"open"_s].toInt() != 2) // the first one may be about the follower itself
        come = nextEvent(feed, u"connections"_s);
    QVERIFY(come[u"opened"_s].toInt() >= 1);

    auto ann = server_->centrifuge();
    QVERIFY(ann.connect(server_->token("ann")).contains(u"connect"_s));
    QVERIFY(ann.subscribe(u"chat:lobby"_s).contains(u"subscribe"_s));
    QVERIFY(ann.publish(u"chat:lobby"_s, u"Buy now"_s).contains(u"publish"_s));
    const auto id = ann.nextData()[u"id"_s].toString();
    const QJsonObject report{{u"channel"_s, u"chat:lobby"_s}, {u"id"_s, id}, {u"reason"_s, u"spam"_s}};
    QVERIFY(ann.ask({{u"rpc"_s, QJsonObject{{u"method"_s, u"chat.report"_s}, {u"data"_s, report}}}})
                .contains(u"rpc"_s));
    QCOMPARE(nextEvent(feed, u"report"_s)[u"channel"_s].toString(), u"chat:lobby"_s);

    QCOMPARE(server_->api()
                 .post("/admin/api/bans",
                       {{u"target"_s, u"user"_s}, {u"value"_s, u"bob"_s}, {u"reason"_s, u"spam"_s}})
                 .answer.status,
             200);
    const auto ban = nextEvent(feed, u"audit"_s);
    QCOMPARE(ban[u"action"_s].toString(), u"ban.add"_s);
    QCOMPARE(ban[u"actor"_s].toString(), u"olga"_s);
    QVERIFY(ban[u"target"_s].toString().contains(u"bob"_s));

    const auto name = server_->api().get("/admin/api/nodes").body[u"nodes"_s][0][u"name"_s];
    QCOMPARE(server_->api().post("/admin/api/server/drain", {{u"confirm"_s, name}}).answer.status, 202);
    QCOMPARE(nextEvent(feed, u"server"_s)[u"ready"_s], QJsonValue(false));
    QCOMPARE(feed.end().code, 3001);
}

void FeedTest::itTellsTheLogToThoseWhoMayReadIt() {
    auto feed = follower(u"admin:logs"_s);
    QVERIFY(reply_.contains(u"subscribe"_s));
    OperatorApi stranger(server_->process());
    QCOMPARE(stranger.logIn("olga", "wrong").answer.status, 401);
    const auto record = feed.nextData();
    QCOMPARE(record[u"level"_s].toString(), u"warning"_s);
    QVERIFY(record[u"message"_s].toString().contains(u"wrong name or password"_s));

    QVERIFY(setRole(u"moderator"_s));
    const auto refused = follower(u"admin:logs"_s);
    QCOMPARE(errorCode(), 103);
    const auto unknown = follower(u"admin:shoe"_s);
    QCOMPARE(errorCode(), 102);
}

void FeedTest::nobodyElseIsLetIn() {
    auto ann = server_->centrifuge();
    QVERIFY(ann.connect(server_->token("ann", true)).contains(u"connect"_s));
    const auto code = [](const QJsonObject& reply) { return reply[u"error"_s][u"code"_s].toInt(); };
    QCOMPARE(code(ann.subscribe(u"admin:stats"_s)), 102);
    QCOMPARE(code(ann.publish(u"admin:stats"_s, u"x"_s)), 102);
    for (const auto& command : {u"history"_s, u"presence"_s, u"presence_stats"_s})
        QVERIFY(code(ann.ask({{command, QJsonObject{{u"channel"_s, u"admin:stats"_s}}}})) != 0);
    auto forger = server_->centrifuge();
    QVERIFY(forger.connect("feed.c2Vzc2lvbg.AAAA").isEmpty());
    QCOMPARE(forger.end().code, 3500);
}

void FeedTest::anOperatorIsNobodyInTheChat() {
    auto feed = follower(u"admin:events"_s);
    const auto code = [](const QJsonObject& reply) { return reply[u"error"_s][u"code"_s].toInt(); };
    QCOMPARE(code(feed.subscribe(u"chat:lobby"_s)), 102);
    QCOMPARE(code(feed.publish(u"chat:lobby"_s, u"x"_s)), 103);
    QVERIFY(code(feed.publish(u"admin:events"_s, u"x"_s)) != 0);
    const QJsonObject typing{{u"method"_s, u"chat.typing"_s},
                             {u"data"_s, QJsonObject{{u"channel"_s, u"admin:events"_s}}}};
    QVERIFY(code(feed.ask({{u"rpc"_s, typing}})) != 0);
    QCOMPARE(server_->api().get("/admin/api/users").body[u"total"_s].toInt(), 0);
}

void FeedTest::itEndsWithTheSession() {
    auto feed = follower(u"admin:stats"_s);
    QVERIFY(reply_.contains(u"subscribe"_s));
    const auto token = feedToken();
    OperatorApi other(server_->process());
    QCOMPARE(other.logIn("olga", "correct horse battery").answer.status, 200);
    const auto sessions = other.get("/admin/api/sessions").body[u"sessions"_s].toArray();
    for (const auto& session : sessions) {
        if (session[u"own"_s].toBool())
            continue;
        const QString path = u"/admin/api/sessions/"_s + session[u"id"_s].toString() + u"/revoke"_s;
        QCOMPARE(other.post(path.toStdString(), {}).answer.status, 200);
    }
    QCOMPARE(feed.end().code, 3500);
    auto again = server_->centrifuge();
    QVERIFY(again.connect(token).isEmpty());
    QCOMPARE(again.end().code, 3500);
}

void FeedTest::anotherRoleWantsAnotherToken() {
    auto feed = follower(u"admin:stats"_s);
    QVERIFY(reply_.contains(u"subscribe"_s));
    const auto token = feedToken();
    QVERIFY(setRole(u"viewer"_s));
    QCOMPARE(feed.end().code, 3005);
    auto again = server_->centrifuge();
    QCOMPARE(again.connect(token)[u"error"_s][u"code"_s].toInt(), 109);
    const auto viewer = follower(u"admin:stats"_s);
    QVERIFY(reply_.contains(u"subscribe"_s));
}

void FeedTest::bansOfTheAddressDoNotEndIt() {
    auto feed = follower(u"admin:stats"_s);
    QCOMPARE(server_->api()
                 .post("/admin/api/bans",
                       {{u"target"_s, u"address"_s}, {u"value"_s, u"127.0.0.1"_s}, {u"reason"_s, u"spam"_s}})
                 .answer.status,
             200);
    QVERIFY(!feed.nextData().isEmpty());
    const auto another = follower(u"admin:stats"_s);
    QVERIFY(reply_.contains(u"subscribe"_s));
}

void FeedTest::theInternalListenerHasItForOperatorsAlone() {
    const QTemporaryDir data;
    QCOMPARE(runAdmin(data.path(), u"add"_s, u"olga"_s, "correct horse battery\n"), 0);
    ServerProcess server;
    ServerProcess::Options options;
    options.settings = {{u"server.data_dir"_s, data.path()}, {u"server.internal_listen"_s, u"127.0.0.1:0"_s}};
    QVERIFY(server.start(options));
    OperatorApi api(server, 1);
    QCOMPARE(api.logIn("olga", "correct horse battery").answer.status, 200);
    const auto token = api.post("/admin/api/feed-token", {}).body[u"token"_s].toString().toStdString();
    const auto inside = [&server] {
        auto socket = server.webSocket(TcpStream::Options{}, 1);
        socket.open("/connection/websocket");
        return CentrifugeProbe(std::move(socket));
    };
    auto feed = inside();
    QVERIFY(feed.connect(token).contains(u"connect"_s));
    QVERIFY(feed.subscribe(u"admin:stats"_s).contains(u"subscribe"_s));
    QVERIFY(!feed.nextData().isEmpty());
    auto chatter = inside();
    QVERIFY(chatter.connect({}).isEmpty());
    QCOMPARE(chatter.end().code, 3500);
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::FeedTest)
#include "tst_feed.moc"
