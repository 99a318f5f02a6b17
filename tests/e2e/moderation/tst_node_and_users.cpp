// The node and its users: what operators see of them, a reload, a drain, and the record of both and of kicks.
#include "ModerationServer.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <memory>
#include <string>

namespace chinwag::test {

using namespace Qt::StringLiterals;

class NodeAndUsersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        server_ = std::make_unique<ModerationServer>();
        QVERIFY(server_->start());
    }
    void cleanup() { server_.reset(); }

    void usersAreGatheredFromAllWorkers();
    void theNodeIsDescribed();
    void aReloadReadsTheConfigurationAgain();
    void aFaultyConfigurationIsExplained();
    void aDrainWantsTheNameAndEndsTheServer();
    void aKickIsOnRecord();

private:
    QJsonObject node() { return server_->api().get("/admin/api/nodes").body[u"nodes"_s][0].toObject(); }
    QJsonObject lastOnRecord() {
        return server_->api().get("/admin/api/audit?limit=1").body[u"items"_s][0].toObject();
    }

    std::unique_ptr<ModerationServer> server_;
};

void NodeAndUsersTest::usersAreGatheredFromAllWorkers() {
    // One after the other, so that both workers have some.
    auto first = server_->process().chatter(server_->plain("ann", "&nick=Annie"));
    auto second = server_->process().chatter(server_->plain("ann", "&nick=Anna&room=music"));
    auto third = server_->process().chatter(server_->plain("bob", "&nick=Bob"));
    auto live = server_->centrifuge();
    QVERIFY(live.connect(server_->token("ann")).contains(u"connect"_s));
    QVERIFY(live.subscribe(u"chat:lobby"_s).contains(u"subscribe"_s));

    const auto page = server_->api().get("/admin/api/users?sort=-connections").body;
    QCOMPARE(page[u"total"_s].toInt(), 2);
    QVERIFY(page[u"next_cursor"_s].isNull());
    const auto ann = page[u"items"_s][0].toObject();
    QCOMPARE(ann[u"user"_s].toString(), u"ann"_s);
    QCOMPARE(ann[u"connections"_s].toInt(), 3);
    QCOMPARE(ann[u"rooms"_s].toInt(), 2);
    const auto nicks = ann[u"nicks"_s].toArray();
    QVERIFY(nicks.contains(u"Annie"_s) && nicks.contains(u"Anna"_s));
    QCOMPARE(page[u"items"_s][1][u"user"_s].toString(), u"bob"_s);
    QCOMPARE(server_->api().get("/admin/api/users?q=BO").body[u"total"_s].toInt(), 1);
    QCOMPARE(server_->api().get("/admin/api/users?sort=shoe").answer.status, 400);
}

void NodeAndUsersTest::theNodeIsDescribed() {
    auto bob = server_->process().chatter(server_->plain("bob"));
    const auto is = node();
    QVERIFY(!is[u"name"_s].toString().isEmpty());
    QCOMPARE(is[u"workers"_s].toInt(), 2);
    QVERIFY(is[u"connections"_s].toInt() >= 1);
    QVERIFY(is[u"resident_bytes"_s].toInt() > 0);
    QVERIFY(is[u"open_descriptors"_s].toInt() > 0);
    QCOMPARE(is[u"store"_s].toString(), u"writable"_s);
}

void NodeAndUsersTest::aReloadReadsTheConfigurationAgain() {
    const auto answer = server_->api().post("/admin/api/server/reload", {});
    QCOMPARE(answer.answer.status, 200);
    QCOMPARE(answer.body, (QJsonObject{{u"restart_keys"_s, QJsonArray()}}));
    QVERIFY(server_->process().log().contains("the configuration is loaded again"));
    const auto entry = lastOnRecord();
    QCOMPARE(entry[u"action"_s].toString(), u"server.reload"_s);
    QCOMPARE(entry[u"actor"_s].toString(), u"olga"_s);
    QCOMPARE(entry[u"target"_s].toString(), node()[u"name"_s].toString());
}

void NodeAndUsersTest::aFaultyConfigurationIsExplained() {
    server_ = std::make_unique<ModerationServer>();
    const QString path = server_->file(u"chinwag.toml"_s);
    const auto write = [&path](const QByteArray& text) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size();
    };
    QVERIFY(write("[server]\nmax_connections = 900\n"));
    QVERIFY(server_->start({u"--config"_s, path}));
    QVERIFY(write("[server]\nmax_connections = 'many'\nshoe = 1\n"));
    const auto answer = server_->api().post("/admin/api/server/reload", {});
    QCOMPARE(answer.answer.status, 409);
    const auto detail = answer.body[u"detail"_s].toString();
    QVERIFY2(detail.contains(u"chinwag.toml:2"_s) && detail.contains(u"shoe"_s), qPrintable(detail));

    // One that is right and takes a restart.
    QVERIFY(write("[server]\nmax_connections = 901\n[admin]\nsession_idle = '1h'\n"));
    const auto right = server_->api().post("/admin/api/server/reload", {});
    QVERIFY2(right.answer.status == 200, right.answer.body.c_str());
    QCOMPARE(right.body[u"restart_keys"_s], QJsonValue(QJsonArray{u"admin.session_idle"_s}));
}

void NodeAndUsersTest::aDrainWantsTheNameAndEndsTheServer() {
    auto bob = server_->process().chatter(server_->plain("bob"));
    const auto name = node()[u"name"_s].toString();
    const auto wrong = server_->api().post("/admin/api/server/drain", {{u"confirm"_s, QString(name + u'x')}});
    QCOMPARE(wrong.answer.status, 400);
    QVERIFY(server_->process().isRunning());
    const auto answer = server_->api().post("/admin/api/server/drain", {{u"confirm"_s, name}});
    QCOMPARE(answer.answer.status, 202);
    QCOMPARE(answer.body[u"draining"_s].toBool(), true);
    const auto event = bob.nextMessage();
    QCOMPARE(event.kind, Event::Kind::Close);
    QCOMPARE(event.code, 3001);
    QCOMPARE(server_->process().waitForExit(), 0);
    // What was on record before it ended is there when it has started again.
    QVERIFY(server_->killAndRestart());
    const auto drains = server_->api().get("/admin/api/audit?action=server.drain").body[u"items"_s].toArray();
    QCOMPARE(drains.size(), 1);
}

void NodeAndUsersTest::aKickIsOnRecord() {
    auto bob = server_->process().chatter(server_->plain("bob", "&nick=Bob"));
    const auto found = server_->api().get("/admin/api/connections?nick=Bob").body[u"items"_s][0];
    const QString path = u"/admin/api/connections/"_s + found[u"id"_s].toString() + u"/kick"_s;
    QCOMPARE(server_->api().post(path.toStdString(), {{u"reason"_s, u"spam"_s}}).answer.status, 200);
    QCOMPARE(bob.nextMessage().code, 4500);
    const auto entry = lastOnRecord();
    QCOMPARE(entry[u"action"_s].toString(), u"connection.kick"_s);
    QCOMPARE(entry[u"target"_s].toString(), u"Bob/bob (127.0.0.1)"_s);
    QCOMPARE(entry[u"reason"_s].toString(), u"spam"_s);
    QVERIFY(server_->api().get("/admin/api/audit/verify").body[u"sound"_s].toBool());
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::NodeAndUsersTest)
#include "tst_node_and_users.moc"
