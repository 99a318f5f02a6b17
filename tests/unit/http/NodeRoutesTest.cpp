#include "RequestBench.h"

#include <QJsonArray>
#include <QTest>

#include <string>
#include <vector>

using chinwag::protocol::HttpAnswer;
using chinwag::tests::authorized;
using chinwag::tests::header;
using chinwag::tests::json;
using chinwag::tests::makeConnection;
using chinwag::tests::makePost;
using chinwag::tests::makeRequest;
using chinwag::tests::RequestBench;

using namespace Qt::StringLiterals;

/// The node, its users, and what goes on record of what is done to them.
class NodeRoutesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        token_ = bench_.logIn();
        QVERIFY(!token_.empty());
    }

    void init() {
        bench_.reloadResult = {};
        bench_.connections.open.clear();
    }

    void theNodeIsDescribed() {
        bench_.snapshot.facts.version = "1.2.3";
        bench_.snapshot.facts.workers = 3;
        bench_.snapshot.openWebSockets = 40;
        bench_.snapshot.openHttp = 2;
        const auto nodes = json(get("/admin/api/nodes"))[u"nodes"_s].toArray();
        QCOMPARE(nodes.size(), 1);
        const auto node = nodes[0].toObject();
        QCOMPARE(node.keys(), (QStringList{u"connections"_s, u"name"_s, u"open_descriptors"_s, u"ready"_s,
                                           u"resident_bytes"_s, u"store"_s, u"uptime_seconds"_s, u"version"_s,
                                           u"workers"_s}));
        QCOMPARE(node[u"name"_s].toString(), u"chat-1"_s);
        QCOMPARE(node[u"version"_s].toString(), u"1.2.3"_s);
        QCOMPARE(node[u"workers"_s].toInt(), 3);
        QCOMPARE(node[u"connections"_s].toInt(), 42);
        QCOMPARE(node[u"store"_s].toString(), u"writable"_s);
        QCOMPARE(node[u"ready"_s], QJsonValue(true));
    }

    void aReloadSaysWhatTakesARestart() {
        bench_.reloadResult.restartKeys = {"server.workers"};
        const auto answer = post("/admin/api/server/reload", "{}");
        QCOMPARE(answer.status, 200);
        QCOMPARE(json(answer), (QJsonObject{{u"restart_keys"_s, QJsonArray{u"server.workers"_s}}}));
        QCOMPARE(lastOnRecord(), (QStringList{u"server.reload"_s, u"chat-1"_s, QString()}));
    }

    void aReloadThatFailsSaysWhy() {
        bench_.reloadResult.faults = {"chinwag.toml:3: no", "chinwag.toml:4: nor this"};
        const auto before = lastOnRecord();
        const auto answer = post("/admin/api/server/reload", "{}");
        QCOMPARE(answer.status, 409);
        QCOMPARE(header(answer, "Content-Type"), QByteArray("application/problem+json"));
        QVERIFY(
            json(answer)[u"detail"_s].toString().contains(u"chinwag.toml:3: no; chinwag.toml:4: nor this"_s));
        QCOMPARE(lastOnRecord(), before);
    }

    void aDrainWantsTheName_data() {
        QTest::addColumn<QByteArray>("body");
        for (const char* body : {"{}", R"({"confirm":""})", R"({"confirm":"chat-2"})", R"({"confirm":1})",
                                 R"({"confirm":"chat-1","when":"now"})"})
            QTest::addRow("%s", body) << QByteArray(body);
    }

    void aDrainWantsTheName() {
        QFETCH(QByteArray, body);
        const auto answer = post("/admin/api/server/drain", body.toStdString());
        QCOMPARE(answer.status, 400);
        QVERIFY(json(answer)[u"detail"_s].toString().contains(u"confirm"_s));
        QCOMPARE(bench_.drains, 0);
    }

    void aDrainIsOnRecordAndThenBegins() {
        const auto answer = post("/admin/api/server/drain", R"({"confirm":"chat-1"})");
        QCOMPARE(answer.status, 202);
        QVERIFY(QTest::qWaitFor([&] { return bench_.drains == 1; }, 30'000));
        QCOMPARE(lastOnRecord(), (QStringList{u"server.drain"_s, u"chat-1"_s, QString()}));
    }

    void aKickIsOnRecord_data() {
        QTest::addColumn<QString>("nick");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("target");
        QTest::newRow("both") << u"Ann"_s << u"u1"_s << u"Ann/u1 (192.0.2.7)"_s;
        QTest::newRow("anonymous") << u"Ann"_s << QString() << u"Ann (192.0.2.7)"_s;
        QTest::newRow("no nick") << QString() << u"u1"_s << u"u1 (192.0.2.7)"_s;
        QTest::newRow("neither") << QString() << QString() << u"(192.0.2.7)"_s;
    }

    void aKickIsOnRecord() {
        QFETCH(QString, nick);
        QFETCH(QString, user);
        QFETCH(QString, target);
        auto info = makeConnection({0, 3, 1}, nick.toStdString());
        info.user = user.toStdString();
        bench_.connections.open = {info};
        QCOMPARE(post("/admin/api/connections/0-3-1/kick", R"({"reason":"spam"})").status, 200);
        QCOMPARE(lastOnRecord(), (QStringList{u"connection.kick"_s, target, u"spam"_s}));
    }

    void usersAreListed() {
        someUsers();
        const auto page = json(get("/admin/api/users"));
        QCOMPARE(page[u"total"_s].toInt(), 3);
        QVERIFY(page[u"next_cursor"_s].isNull() && page.contains(u"next_cursor"_s));
        QCOMPARE(page[u"items"_s][0], QJsonValue(QJsonObject{{u"user"_s, u"ann"_s},
                                                             {u"nicks"_s, QJsonArray{u"Anna"_s, u"Annie"_s}},
                                                             {u"connections"_s, 2},
                                                             {u"rooms"_s, 1},
                                                             {u"since"_s, u"2026-09-21T14:13:20.123Z"_s}}));
    }

    void usersAreSortedAndFiltered_data() {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("expected");
        QTest::newRow("usual") << QByteArray() << u"ann bob cleo"_s;
        QTest::newRow("user") << QByteArray("?sort=-user") << u"cleo bob ann"_s;
        QTest::newRow("connections") << QByteArray("?sort=connections") << u"bob cleo ann"_s;
        QTest::newRow("most connections") << QByteArray("?sort=-connections") << u"ann cleo bob"_s;
        QTest::newRow("rooms") << QByteArray("?sort=-rooms") << u"bob cleo ann"_s;
        QTest::newRow("since") << QByteArray("?sort=since") << u"cleo ann bob"_s;
        QTest::newRow("latest") << QByteArray("?sort=-since") << u"bob ann cleo"_s;
        QTest::newRow("by name") << QByteArray("?q=BO") << u"bob"_s;
        QTest::newRow("by nickname") << QByteArray("?q=annie") << u"ann"_s;
        QTest::newRow("nobody") << QByteArray("?q=zed") << QString();
    }

    void usersAreSortedAndFiltered() {
        QFETCH(QByteArray, query);
        QFETCH(QString, expected);
        someUsers();
        const auto page = json(get("/admin/api/users" + query.toStdString()));
        QStringList names;
        const auto items = page[u"items"_s].toArray();
        for (const auto& item : items)
            names << item[u"user"_s].toString();
        QCOMPARE(names.join(u' '), expected);
        QCOMPARE(page[u"total"_s].toInt(), names.size());
    }

    void usersComeInPages() {
        someUsers();
        const auto first = json(get("/admin/api/users?limit=2"));
        QCOMPARE(first[u"items"_s].toArray().size(), 2);
        const auto cursor = first[u"next_cursor"_s].toString().toStdString();
        const auto second = json(get("/admin/api/users?limit=2&cursor=" + cursor));
        QCOMPARE(second[u"items"_s].toArray().size(), 1);
        QCOMPARE(second[u"items"_s][0][u"user"_s].toString(), u"cleo"_s);
        QVERIFY(second[u"next_cursor"_s].isNull());
    }

    void wrongQuestionsForUsers() {
        for (const char* query : {"sort=nick", "limit=0", "limit=501", "cursor=x", "shoe=1"})
            QVERIFY2(get(std::string("/admin/api/users?") + query).status == 400, query);
    }

private:
    HttpAnswer get(const std::string& target) {
        return bench_.ask(authorized(makeRequest("GET", target), token_));
    }
    HttpAnswer post(const std::string& target, const std::string& body) {
        return bench_.ask(authorized(makePost(target, body), token_));
    }

    // Action, target and reason.
    QStringList lastOnRecord() {
        const auto entry = json(get("/admin/api/audit?limit=1"))[u"items"_s][0];
        return {entry[u"action"_s].toString(), entry[u"target"_s].toString(), entry[u"reason"_s].toString()};
    }

    void someUsers() {
        const auto add = [this](const std::string& user, const std::string& nick, const std::string& room,
                                int later) {
            const auto slot = static_cast<std::uint32_t>(bench_.connections.open.size());
            auto info = makeConnection({0, slot, 1}, nick);
            info.user = user;
            info.room = room;
            info.connectedAt += std::chrono::hours(later);
            bench_.connections.open.push_back(info);
        };
        add("ann", "Annie", "lobby", 3);
        add("ann", "Anna", "chat:lobby", 0);
        add("bob", "Bob", "chat:lobby, chat:music, chat:games", 2);
        add("cleo", "", "lobby, music", -1);
        add("", "nobody", "lobby", 1);
    }

    RequestBench bench_;
    std::string token_;
};

QTEST_GUILESS_MAIN(NodeRoutesTest)
#include "NodeRoutesTest.moc"
