// Operators look after the connections of a running server: they log in, see who is there, and kick.
#include "support/OperatorApi.h"
#include "support/Patience.h"
#include "support/ServerProcess.h"

#include <QDateTime>
#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <string>
#include <vector>

namespace chinwag::test {

using namespace Qt::StringLiterals;

class OperatorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void connectionsAreListed();
    void nickIsLearntFromTheFirstMessage();
    void countersGrow();
    void roundTripIsMeasured();
    void pagesMakeUpTheWhole();
    void listIsSortedAndFiltered_data();
    void listIsSortedAndFiltered();
    void kickedIsToldWhyAndOthersStay();
    void kickedMayComeBack();
    void kickOfOneThatHasLeft();
    void sessionEndsWithItsPassword();
    void sessionEndsWithTheServer();
    void internalListenerAlone();
    void disabled();
    void requestAtHandWhenTheServerStops();
    void logIsShown();

private:
    void startWith(const QMap<QString, QString>& settings);

    std::unique_ptr<QTemporaryDir> data_;
    std::unique_ptr<ServerProcess> server_;
    std::unique_ptr<OperatorApi> api_;
};

namespace {

constexpr const char* password = "correct horse battery";

QJsonArray items(const JsonAnswer& answer) {
    return answer.body[u"items"_s].toArray();
}

QStringList nicks(const JsonAnswer& answer) {
    QStringList names;
    const auto rows = items(answer);
    for (const auto& item : rows)
        names << item[u"nick"_s].toString();
    return names;
}

std::string idOf(const OperatorApi& api, const std::string& nick) {
    const auto found = items(api.get("/admin/api/connections?nick=" + nick));
    return found.size() == 1 ? found[0][u"id"_s].toString().toStdString() : std::string();
}

std::string kickPath(const std::string& id) {
    return "/admin/api/connections/" + id + "/kick";
}

} // namespace

void OperatorsTest::startWith(const QMap<QString, QString>& settings) {
    ServerProcess::Options options;
    options.settings = settings;
    options.settings.insert(u"server.data_dir"_s, data_->path());
    if (!options.settings.contains(u"server.workers"_s))
        options.settings.insert(u"server.workers"_s, u"3"_s);
    server_ = std::make_unique<ServerProcess>();
    QVERIFY(server_->start(options));
    api_ = std::make_unique<OperatorApi>(*server_);
}

void OperatorsTest::init() {
    data_ = std::make_unique<QTemporaryDir>();
    QVERIFY(data_->isValid());
    QCOMPARE(runAdmin(data_->path(), u"add"_s, u"olga"_s, QByteArray(password) + '\n'), 0);
    startWith({});
    QCOMPARE(api_->logIn("olga", password).answer.status, 200);
}

void OperatorsTest::connectionsAreListed() {
    QCOMPARE(api_->get("/admin/api/connections").body[u"total"_s].toInt(-1), 0);
    auto bob = server_->chatter("/ws/chat?room=den&nick=Bob");
    const auto answer = api_->get("/admin/api/connections");
    QCOMPARE(answer.answer.status, 200);
    QCOMPARE(answer.body[u"total"_s].toInt(), 1);
    QCOMPARE(answer.body[u"open"_s].toInt(), 1);
    QVERIFY(answer.body[u"next_cursor"_s].isNull());
    const auto row = items(answer)[0].toObject();
    QCOMPARE(row[u"nick"_s].toString(), u"Bob"_s);
    QCOMPARE(row[u"room"_s].toString(), u"den"_s);
    QCOMPARE(row[u"address"_s].toString(), u"127.0.0.1"_s);
    QCOMPARE(row[u"dialect"_s].toString(), u"plain"_s);
    QCOMPARE(row[u"tls"_s].toBool(true), false);
    QVERIFY(row[u"rtt_ms"_s].isNull());
    QVERIFY(row[u"idle_seconds"_s].toDouble(-1) >= 0);
    QVERIFY(QDateTime::fromString(row[u"connected_at"_s].toString(), Qt::ISODateWithMs).isValid());

    QVERIFY(bob.closeNormally());
    QVERIFY(
        QTest::qWaitFor([&] { return api_->get("/admin/api/connections").body[u"total"_s].toInt(-1) == 0; },
                        patienceMilliseconds));
}

void OperatorsTest::nickIsLearntFromTheFirstMessage() {
    auto someone = server_->chatter();
    QVERIFY(items(api_->get("/admin/api/connections"))[0][u"nick"_s].isNull());
    someone.send(text("Carol: Hello"));
    QCOMPARE(someone.next(), textEvent("Carol: Hello"));
    QCOMPARE(nicks(api_->get("/admin/api/connections")), QStringList{u"Carol"_s});
    someone.send(text("Mallory: I am not Carol"));
    QCOMPARE(someone.next(), textEvent("Mallory: I am not Carol"));
    QCOMPARE(nicks(api_->get("/admin/api/connections")), QStringList{u"Carol"_s});
}

void OperatorsTest::countersGrow() {
    auto alice = server_->chatter("/ws/chat?nick=Alice");
    auto bob = server_->chatter("/ws/chat?nick=Bob");
    for (int i = 0; i < 3; ++i) {
        alice.send(text("Alice: Hello"));
        QCOMPARE(bob.next(), textEvent("Alice: Hello"));
        QCOMPARE(alice.next(), textEvent("Alice: Hello"));
    }
    const auto rows = items(api_->get("/admin/api/connections?sort=nick"));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0][u"messages_in"_s].toInt(), 3);
    QCOMPARE(rows[1][u"messages_in"_s].toInt(), 0);
    constexpr int clientFrame = 2 + 4 + 12;
    constexpr int serverFrame = 2 + 12;
    QCOMPARE(rows[0][u"bytes_in"_s].toInt(), 3 * clientFrame);
    for (const auto& row : rows) {
        QCOMPARE(row[u"messages_out"_s].toInt(), 3);
        QCOMPARE(row[u"bytes_out"_s].toInt(), 3 * serverFrame);
        QCOMPARE(row[u"queue_bytes"_s].toInt(), 0);
    }
    const auto stats = api_->get("/admin/api/stats").body;
    QCOMPARE(stats[u"messages"_s][u"received"_s].toInt(), 3);
    QCOMPARE(stats[u"messages"_s][u"delivered"_s].toInt(), 6);
    QCOMPARE(stats[u"connections"_s][u"websocket"_s].toInt(), 2);
    QCOMPARE(stats[u"workers"_s].toInt(), 3);
    QVERIFY(stats[u"process"_s][u"resident_bytes"_s].toDouble() > 0);
}

void OperatorsTest::roundTripIsMeasured() {
    startWith({{u"client.ping"_s, u"100ms"_s}, {u"client.pong"_s, u"90ms"_s}});
    QCOMPARE(api_->logIn("olga", password).answer.status, 200);
    auto bob = server_->chatter("/ws/chat?nick=Bob");
    const auto ping = bob.next();
    QCOMPARE(ping.kind, Event::Kind::Ping);
    bob.send(pong(ping.payload));
    bob.send(text("after the pong"));
    QCOMPARE(bob.nextMessage(), textEvent("after the pong"));
    const auto row = items(api_->get("/admin/api/connections?rtt.min=0"));
    QCOMPARE(row.size(), 1);
    QVERIFY(row[0][u"rtt_ms"_s].toDouble(-1) >= 0);
}

void OperatorsTest::pagesMakeUpTheWhole() {
    constexpr int count = 25;
    std::vector<WebSocketProbe> clients;
    clients.reserve(count + 1);
    for (int i = 0; i < count; ++i)
        clients.push_back(server_->chatter("/ws/chat?nick=N" + std::to_string(i)));
    auto page = api_->get("/admin/api/connections?limit=10&sort=nick");
    QCOMPARE(page.body[u"total"_s].toInt(), count);
    QStringList seen = nicks(page);
    // One of the second page leaves, one comes: the list stays what it was.
    const auto list = page.body[u"list"_s].toString().toStdString();
    const auto second = api_->get("/admin/api/connections?list=" + list + "&offset=10&limit=10");
    const auto leaver = nicks(second).value(0);
    QVERIFY(clients[leaver.section(u'N', 1).toUInt()].closeNormally());
    clients.push_back(server_->chatter("/ws/chat?nick=A"));
    int gone = 0;
    while (!page.body[u"next_cursor"_s].isNull()) {
        page = api_->get("/admin/api/connections?limit=10&cursor=" +
                         page.body[u"next_cursor"_s].toString().toStdString());
        QCOMPARE(page.answer.status, 200);
        const auto rows = items(page);
        for (const auto& item : rows) {
            gone += item[u"gone"_s].toBool() ? 1 : 0;
            seen << item[u"nick"_s].toString(leaver);
        }
    }
    QCOMPARE(gone, 1);
    QCOMPARE(seen.size(), count);
    QCOMPARE(QSet<QString>(seen.cbegin(), seen.cend()).size(), count);
    QVERIFY(!seen.contains(u"A"_s));
    const auto fresh = api_->get("/admin/api/connections?sort=nick&limit=1");
    QCOMPARE(nicks(fresh), QStringList{u"A"_s});
    QCOMPARE(fresh.body[u"total"_s].toInt(), count);
}

void OperatorsTest::listIsSortedAndFiltered_data() {
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* query, const QStringList& expected) {
        QTest::newRow(query) << QByteArray(query) << expected;
    };
    row("", {u"Zoe"_s, u"adam"_s, u"Berta"_s, u"Carl"_s}); // as they came
    row("sort=-connected_at", {u"Carl"_s, u"Berta"_s, u"adam"_s, u"Zoe"_s});
    row("sort=nick", {u"adam"_s, u"Berta"_s, u"Carl"_s, u"Zoe"_s});
    row("sort=-messages_in&limit=2", {u"Carl"_s, u"Berta"_s});
    row("sort=messages_in&offset=1&limit=2", {u"adam"_s, u"Berta"_s});
    row("nick=A&sort=nick", {u"adam"_s, u"Berta"_s, u"Carl"_s});
    row("q=zo", {u"Zoe"_s});
    row("room=tea", {u"adam"_s, u"Berta"_s});
    row("room=tea&messages_in.min=2", {u"Berta"_s});
    row("messages_in.max=1", {u"Zoe"_s, u"adam"_s});
    row("tls=true", {});
    row("connected_at.max=2001-01-01T00:00:00Z", {});
    row("idle.min=-1&sort=nick&limit=1", {u"adam"_s});
    row("dialect=plain&address=127.0.0.1&limit=1", {u"Zoe"_s});
}

void OperatorsTest::listIsSortedAndFiltered() {
    QFETCH(QByteArray, query);
    QFETCH(QStringList, expected);
    std::vector<WebSocketProbe> clients;
    int messages = 0;
    for (const char* target :
         {"room=a&nick=Zoe", "room=tea&nick=adam", "room=tea&nick=Berta", "room=b&nick=Carl"}) {
        auto client = server_->chatter("/ws/chat?" + std::string(target));
        for (int i = 0; i < messages; ++i) {
            client.send(text("x"));
            QCOMPARE(client.next(), textEvent("x"));
        }
        ++messages;
        clients.push_back(std::move(client));
    }
    const auto answer = api_->get("/admin/api/connections?" + query.toStdString());
    QVERIFY2(answer.answer.status == 200, answer.answer.describe().c_str());
    QCOMPARE(nicks(answer), expected);
}

void OperatorsTest::kickedIsToldWhyAndOthersStay() {
    auto alice = server_->chatter("/ws/chat?nick=Alice");
    auto bob = server_->chatter("/ws/chat?nick=Bob");
    const auto kicked =
        api_->post(kickPath(idOf(*api_, "Bob")), {{u"reason"_s, u"too many jokes, \u00fcber"_s}});
    QCOMPARE(kicked.answer.status, 200);
    QCOMPARE(kicked.body[u"nick"_s].toString(), u"Bob"_s);
    const auto event = bob.next();
    QCOMPARE(event.kind, Event::Kind::Close);
    QCOMPARE(event.code, std::uint16_t{4500});
    QCOMPARE(event.payload, std::string("too many jokes, \xc3\xbc"
                                        "ber"));
    alice.send(text("Alice: still here"));
    QCOMPARE(alice.next(), textEvent("Alice: still here"));
    QCOMPARE(nicks(api_->get("/admin/api/connections")), QStringList{u"Alice"_s});
    QVERIFY(server_->log().contains("operator olga kicked"));
    QCOMPARE(api_->get("/admin/api/stats").body[u"closings"_s][u"kicked"_s].toInt(), 1);
}

void OperatorsTest::kickedMayComeBack() {
    auto bob = server_->chatter("/ws/chat?nick=Bob");
    QCOMPARE(api_->post(kickPath(idOf(*api_, "Bob")), {}).answer.status, 200);
    const auto event = bob.next();
    QCOMPARE(event.code, std::uint16_t{4500});
    QCOMPARE(event.payload, std::string("kicked"));
    auto again = server_->chatter("/ws/chat?nick=Bob");
    again.send(text("Bob: back"));
    QCOMPARE(again.next(), textEvent("Bob: back"));
}

void OperatorsTest::kickOfOneThatHasLeft() {
    auto bob = server_->chatter("/ws/chat?nick=Bob");
    const auto id = idOf(*api_, "Bob");
    QVERIFY(bob.closeNormally());
    QVERIFY(QTest::qWaitFor([&] { return idOf(*api_, "Bob").empty(); }, patienceMilliseconds));
    // Somebody else has the place of the one who left; the old id is not theirs.
    auto carol = server_->chatter("/ws/chat?nick=Carol");
    auto dave = server_->chatter("/ws/chat?nick=Dave");
    auto erin = server_->chatter("/ws/chat?nick=Erin");
    const auto answer = api_->post(kickPath(id), {{u"reason"_s, u"late"_s}});
    QCOMPARE(answer.answer.status, 404);
    QCOMPARE(answer.answer.header("Content-Type"), std::string("application/problem+json"));
    QCOMPARE(api_->get("/admin/api/connections").body[u"total"_s].toInt(), 3);
}

void OperatorsTest::sessionEndsWithItsPassword() {
    OperatorApi other(*server_);
    QCOMPARE(runAdmin(data_->path(), u"add"_s, u"bob"_s, "another password\n"), 0);
    QCOMPARE(other.logIn("bob", "another password").answer.status, 200);
    QCOMPARE(runAdmin(data_->path(), u"passwd"_s, u"olga"_s, "yet another one\n"), 0);
    QCOMPARE(api_->get("/admin/api/session").answer.status, 401);
    QCOMPARE(other.get("/admin/api/session").answer.status, 200);
    QCOMPARE(runAdmin(data_->path(), u"remove"_s, u"bob"_s), 0);
    QCOMPARE(other.get("/admin/api/session").answer.status, 401);
    QCOMPARE(api_->logIn("olga", password).answer.status, 401);
    QCOMPARE(api_->logIn("olga", "yet another one").answer.status, 200);
}

void OperatorsTest::sessionEndsWithTheServer() {
    server_->kill();
    QVERIFY(server_->restart());
    QCOMPARE(api_->get("/admin/api/session").answer.status, 401);
    QCOMPARE(api_->logIn("olga", password).answer.status, 200);
    QCOMPARE(api_->get("/admin/api/session").answer.status, 200);
}

void OperatorsTest::internalListenerAlone() {
    startWith({{u"server.internal_listen"_s, u"127.0.0.1:0"_s}});
    QCOMPARE(api_->logIn("olga", password).answer.status, 404);
    QCOMPARE(api_->get("/admin/api/stats").answer.status, 404);
    OperatorApi internal(*server_, 1);
    QCOMPARE(internal.logIn("olga", password).answer.status, 200);
    QCOMPARE(internal.get("/admin/api/stats").answer.status, 200);
}

void OperatorsTest::disabled() {
    startWith({{u"admin.enabled"_s, u"false"_s}});
    QCOMPARE(api_->logIn("olga", password).answer.status, 404);
    QCOMPARE(api_->get("/admin/api/connections").answer.status, 404);
}

// The password is being verified: who asked gets an answer or the end of the connection, and the server
// ends as it should.
void OperatorsTest::requestAtHandWhenTheServerStops() {
    auto probe = server_->http();
    const std::string body = R"({"name":"olga","password":"wrong wrong wrong"})";
    QVERIFY(probe.send(
        request("POST", "/admin/api/login",
                "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n") +
        body));
    server_->signal(SIGTERM);
    const auto answer = probe.read();
    QVERIFY2(answer.isEnd() || answer.status == 401 || answer.status == 503, answer.describe().c_str());
    QCOMPARE(server_->waitForExit(), 0);
}

// What is logged is there when the answer to what caused it is, and without what nobody may read.
void OperatorsTest::logIsShown() {
    QCOMPARE(api_->get("/admin/api/logs?q=olga%20logged%20in").body[u"records"_s].toArray().size(), 1);
    auto bob = server_->chatter("/ws/chat?room=den&nick=Bob");
    QCOMPARE(api_->post(kickPath(idOf(*api_, "Bob")), {{u"reason"_s, u"Flooding"_s}}).answer.status, 200);
    const auto answer = api_->get("/admin/api/logs?level=info&limit=1");
    QCOMPARE(answer.answer.status, 200);
    const auto record = answer.body[u"records"_s][0].toObject();
    QCOMPARE(record[u"level"_s].toString(), u"info"_s);
    QCOMPARE(record[u"category"_s].toString(), u"chinwag.admin"_s);
    const auto message = record[u"message"_s].toString();
    QVERIFY2(message.contains(u"olga"_s) && message.contains(u"Flooding"_s), qPrintable(message));
    QVERIFY(answer.body[u"next"_s].toInt() == record[u"seq"_s].toInt());

    const auto all = api_->get("/admin/api/logs?limit=500").answer.body;
    QVERIFY(all.find(password) == std::string::npos);
    QVERIFY(all.find(api_->token()) == std::string::npos);
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::OperatorsTest)
#include "tst_operators.moc"
