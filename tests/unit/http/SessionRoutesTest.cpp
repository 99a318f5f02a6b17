#include "RequestBench.h"

#include <QJsonArray>
#include <QTest>

#include <string>

using chinwag::auth::Role;
using chinwag::tests::authorized;
using chinwag::tests::header;
using chinwag::tests::json;
using chinwag::tests::makePost;
using chinwag::tests::makeRequest;
using chinwag::tests::RequestBench;

using namespace Qt::StringLiterals;

/// Sessions that are seen and ended, and requests that are carried out once.
class SessionRoutesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        alice_ = bench_.logIn();
        bob_ = bench_.logIn("bob", Role::Moderator);
        QVERIFY(!alice_.empty() && !bob_.empty());
    }

    void cleanup() {
        for (const auto& token : {alice_, bob_})
            bench_.ask(authorized(makeRequest("POST", "/admin/api/logout"), token));
    }

    void adminsSeeAllAndOthersTheirOwn() {
        QCOMPARE(sessions(alice_).size(), 2);
        const auto own = sessions(bob_);
        QCOMPARE(own.size(), 1);
        QCOMPARE(own[0][u"operator"_s],
                 QJsonValue(QJsonObject{{u"name"_s, u"bob"_s}, {u"role"_s, u"moderator"_s}}));
        QCOMPARE(own[0][u"address"_s].toString(), u"192.0.2.1"_s);
        QCOMPARE(own[0][u"own"_s].toBool(), true);
        QVERIFY(own[0][u"user_agent"_s].isNull());
    }

    void theClientIsRemembered() {
        auto request = makePost("/admin/api/login", R"({"name":"alice","password":"correct horse"})");
        request.headers.push_back({"User-Agent", "curl/8 " + std::string(1'000, 'x')});
        request.peerAddress = "2001:db8::7";
        const auto token = json(bench_.ask(request))[u"token"_s].toString().toStdString();
        const QJsonValue session =
            json(bench_.ask(authorized(makeRequest("GET", "/admin/api/me"), token)))[u"session"_s];
        QCOMPARE(session[u"address"_s].toString(), u"2001:db8::7"_s);
        QVERIFY(session[u"user_agent"_s].toString().startsWith(u"curl/8 x"_s));
        QCOMPARE(session[u"user_agent"_s].toString().size(), 256);
        bench_.ask(authorized(makeRequest("POST", "/admin/api/logout"), token));
    }

    void oneEndsOnesOwn() {
        QCOMPARE(revoke(bob_, idOf(bob_)), 200);
        QCOMPARE(me(bob_), 401);
        QCOMPARE(me(alice_), 200);
    }

    void whatIsNotOnesOwnIsNotThere() {
        QCOMPARE(revoke(bob_, idOf(alice_)), 404);
        QCOMPARE(me(alice_), 200);
        QCOMPARE(revoke(alice_, "nonsense"), 404);
    }

    void anAdminEndsAnybodys() {
        const auto id = idOf(bob_);
        QCOMPARE(revoke(alice_, id), 200);
        QCOMPARE(me(bob_), 401);
        QCOMPARE(revoke(alice_, id), 404);
    }

    void sessionsOfWhoIsGoneAreNotListed() {
        QVERIFY(bench_.removeOperator("bob"));
        QCOMPARE(sessions(alice_).size(), 1);
    }

    // A key makes a POST one that is carried out once.

    void theSameKeyAnswersTheSame() {
        open({0, 0, 1});
        const auto first = kick("0-0-1", "{}", "key-1");
        QCOMPARE(first.status, 200);
        bench_.connections.open.clear();
        const auto second = kick("0-0-1", "{}", "key-1");
        QCOMPARE(second.status, 200);
        QCOMPARE(second.body, first.body);
        QCOMPARE(header(second, "Idempotent-Replayed"), QByteArray("true"));
        QVERIFY(header(first, "Idempotent-Replayed").isEmpty());
        QCOMPARE(bench_.connections.reasons.size(), std::size_t{1});
        QCOMPARE(kick("0-0-1", "{}", "key-2").status, 404);
    }

    void anotherRequestUnderTheKeyIsRefused() {
        open({0, 0, 1});
        QCOMPARE(kick("0-0-1", "{}", "key-3").status, 200);
        QCOMPARE(kick("0-0-1", R"({"reason":"another"})", "key-3").status, 422);
        QCOMPARE(kick("0-0-2", "{}", "key-3").status, 422);
        QCOMPARE(bench_.connections.reasons.size(), std::size_t{1});
    }

    void keysOfOthersHaveNothingToDoWithIt() {
        open({0, 0, 1});
        QCOMPARE(kick("0-0-1", "{}", "key-4").status, 200);
        open({0, 0, 1});
        const auto other = kick("0-0-1", "{}", "key-4", bob_);
        QCOMPARE(other.status, 200);
        QVERIFY(header(other, "Idempotent-Replayed").isEmpty());
        QCOMPARE(bench_.connections.reasons.size(), std::size_t{1});
    }

    void wrongKeys_data() {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("space") << QByteArray("a b");
        QTest::newRow("too long") << QByteArray(256, 'a');
        QTest::newRow("not ASCII") << QByteArray("\xC3\xA4");
    }

    void wrongKeys() {
        QFETCH(QByteArray, key);
        open({0, 0, 1});
        QCOMPARE(kick("0-0-1", "{}", key.toStdString()).status, 400);
        QCOMPARE(bench_.connections.reasons.size(), std::size_t{0});
    }

    void aRefusalIsNotRemembered() {
        open({0, 0, 1});
        QVERIFY(bench_.setRole(Role::Viewer, "bob"));
        QCOMPARE(kick("0-0-1", "{}", "key-5", bob_).status, 403);
        QVERIFY(bench_.setRole(Role::Moderator, "bob"));
        QCOMPARE(kick("0-0-1", "{}", "key-5", bob_).status, 200);
    }

private:
    void open(const chinwag::protocol::ConnectionId& id) {
        bench_.connections.open = {chinwag::tests::makeConnection(id, "nick")};
        bench_.connections.reasons.clear();
    }

    chinwag::protocol::HttpAnswer kick(const std::string& id, const std::string& body, const std::string& key,
                                       const std::string& token = {}) {
        auto request = makePost("/admin/api/connections/" + id + "/kick", body);
        request.headers.push_back({"Idempotency-Key", key});
        return bench_.ask(authorized(request, token.empty() ? alice_ : token));
    }

    QJsonArray sessions(const std::string& token) {
        return json(bench_.ask(authorized(makeRequest("GET", "/admin/api/sessions"), token)))[u"sessions"_s]
            .toArray();
    }

    int me(const std::string& token) {
        return bench_.ask(authorized(makeRequest("GET", "/admin/api/me"), token)).status;
    }

    std::string idOf(const std::string& token) {
        const auto body = json(bench_.ask(authorized(makeRequest("GET", "/admin/api/me"), token)));
        return body[u"session"_s][u"id"_s].toString().toStdString();
    }

    int revoke(const std::string& token, const std::string& id) {
        return bench_.ask(authorized(makePost("/admin/api/sessions/" + id + "/revoke", "{}"), token)).status;
    }

    RequestBench bench_;
    std::string alice_;
    std::string bob_;
};

QTEST_GUILESS_MAIN(SessionRoutesTest)
#include "SessionRoutesTest.moc"
