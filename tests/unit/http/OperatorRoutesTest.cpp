#include "RequestBench.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using chinwag::http::Options;
using chinwag::http::Readiness;
using chinwag::protocol::HttpAnswer;
using chinwag::protocol::HttpRequest;
using chinwag::tests::authorized;
using chinwag::tests::header;
using chinwag::tests::json;
using chinwag::tests::makePost;
using chinwag::tests::makeRequest;
using chinwag::tests::RequestBench;

using namespace Qt::StringLiterals;

namespace {

QJsonObject alice() {
    return {{u"name"_s, u"alice"_s}, {u"role"_s, u"admin"_s}};
}
constexpr const char* posting = "POST";
constexpr const char* rightLogin = "{'name':'alice','password':'correct horse'}";

// Single quotes stand for double ones.
HttpRequest loginWith(QByteArray body) {
    body.replace('\'', '"');
    return makePost("/admin/api/login", body.toStdString());
}

bool isProblem(const HttpAnswer& answer) {
    return header(answer, "Content-Type") == "application/problem+json" &&
           json(answer)[u"status"_s].toInt() == answer.status &&
           !json(answer)[u"detail"_s].toString().isEmpty();
}

} // namespace

/// Logging in and out, and what only those get to see who have.
class OperatorRoutesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(!bench_.logIn().empty()); }

    void logsIn() {
        const auto before = QDateTime::currentDateTimeUtc();
        const auto answer = bench_.ask(loginWith(rightLogin));
        QCOMPARE(answer.status, 200);
        QCOMPARE(header(answer, "Content-Type"), QByteArray("application/json"));
        QCOMPARE(header(answer, "Cache-Control"), QByteArray("no-store"));
        const auto object = json(answer);
        QCOMPARE(object.keys(), (QStringList{u"expires_at"_s, u"operator"_s, u"token"_s}));
        QCOMPARE(object[u"operator"_s], QJsonValue(alice()));
        QVERIFY(!object[u"token"_s].toString().isEmpty());
        const auto text = object[u"expires_at"_s].toString();
        QVERIFY2(text.endsWith(u'Z'), qPrintable(text));
        QVERIFY(QDateTime::fromString(text, Qt::ISODateWithMs) > before.addSecs(3600));
    }

    void refusesToLogIn_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const char* body, int status) {
            QTest::newRow(name) << QByteArray(body) << status;
        };
        row("wrong password", "{'name':'alice','password':'incorrect horse'}", 401);
        row("empty password", "{'name':'alice','password':''}", 401);
        row("unknown name", "{'name':'mallory','password':'correct horse'}", 401);
        row("name in capitals", "{'name':'ALICE','password':'correct horse'}", 401);
        row("empty name", "{'name':'','password':'correct horse'}", 400);
        row("name that none can have", "{'name':'a b','password':'correct horse'}", 400);
        row("name with a new line", "{'name':'alice\\n','password':'correct horse'}", 400);
        row("name with a NUL", "{'name':'alice\\u0000','password':'correct horse'}", 400);
        row("unknown member", "{'name':'alice','password':'correct horse','totp':'1'}", 400);
        row("no password", "{'name':'alice'}", 400);
        row("no name", "{'password':'correct horse'}", 400);
        row("password is a number", "{'name':'alice','password':1}", 400);
        row("a list", "['alice','correct horse']", 400);
        row("no JSON", "name=alice&password=correct+horse", 400);
        row("no body", "", 400);
    }

    void refusesToLogIn() {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const auto answer = bench_.ask(loginWith(body));
        QCOMPARE(answer.status, status);
        QVERIFY2(isProblem(answer), answer.body.c_str());
        QCOMPARE(header(answer, "WWW-Authenticate"), QByteArray(status == 401 ? "Bearer" : ""));
        QVERIFY(answer.body.find("horse") == std::string::npos);
    }

    void whoIsUnknownIsToldNoMore() {
        const auto wrong = bench_.ask(loginWith("{'name':'alice','password':'incorrect horse'}"));
        const auto unknown = bench_.ask(loginWith("{'name':'nobody','password':'incorrect horse'}"));
        QCOMPARE(unknown.body, wrong.body);
        QCOMPARE(json(wrong)[u"type"_s].toString(), u"urn:chinwag:problem:login-wrong"_s);
        QCOMPARE(unknown.status, wrong.status);
    }

    void onlyJsonLogsIn() {
        for (const char* type : {"text/plain", "application/x-www-form-urlencoded", ""}) {
            auto request = loginWith(rightLogin);
            request.headers.back().value = type;
            QCOMPARE(bench_.ask(request).status, 415);
        }
        auto request = loginWith(rightLogin);
        request.headers.pop_back();
        QCOMPARE(bench_.ask(request).status, 415);
    }

    void tooManyAttemptsAreToldWhenToTryAgain() {
        RequestBench bench;
        QVERIFY(!bench.logIn().empty());
        HttpAnswer answer;
        for (int i = 0; i < 11; ++i)
            answer = bench.ask(loginWith("{'name':'alice','password':'incorrect horse'}"));
        QCOMPARE(answer.status, 429);
        QVERIFY(isProblem(answer));
        bool isNumber = false;
        const int seconds = header(answer, "Retry-After").toInt(&isNumber);
        QVERIFY(isNumber && seconds >= 1 && seconds <= 60);
        QCOMPARE(bench.ask(loginWith(rightLogin)).status, 429);
    }

    void damagedOperatorsAreTheServersFault() {
        RequestBench bench;
        QVERIFY(!bench.logIn().empty());
        QFile file(bench.operatorFile());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        const auto answer = bench.ask(loginWith(rightLogin));
        QCOMPARE(answer.status, 500);
        QVERIFY(isProblem(answer));
        QVERIFY(answer.body.find("operators.json") == std::string::npos); // the log has it
    }

    void theSessionIsTold() {
        const auto answer = bench_.ask(authorized(makeRequest("GET", "/admin/api/session"), bench_.logIn()));
        QCOMPARE(answer.status, 200);
        QCOMPARE(header(answer, "Cache-Control"), QByteArray("no-store"));
        QCOMPARE(json(answer).keys(), (QStringList{u"expires_at"_s, u"operator"_s}));
        QCOMPARE(json(answer)[u"operator"_s], QJsonValue(alice()));
    }

    void logsOut() {
        const auto token = bench_.logIn();
        const auto other = bench_.logIn();
        const auto answer = bench_.ask(authorized(makeRequest("POST", "/admin/api/logout"), token));
        QCOMPARE(answer.status, 204);
        QVERIFY(answer.body.empty());
        QCOMPARE(bench_.ask(authorized(makeRequest("GET", "/admin/api/session"), token)).status, 401);
        QCOMPARE(bench_.ask(authorized(makeRequest("POST", "/admin/api/logout"), token)).status, 401);
        QCOMPARE(bench_.ask(authorized(makeRequest("GET", "/admin/api/session"), other)).status, 200);
    }

    void withoutASession_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("session") << QByteArray("GET") << QByteArray("/admin/api/session");
        QTest::newRow("logout") << QByteArray("POST") << QByteArray("/admin/api/logout");
        QTest::newRow("stats") << QByteArray("GET") << QByteArray("/admin/api/stats");
        QTest::newRow("reports") << QByteArray("GET") << QByteArray("/admin/api/reports");
        QTest::newRow("connections") << QByteArray("GET") << QByteArray("/admin/api/connections");
        QTest::newRow("with a wrong query") << QByteArray("GET") << QByteArray("/admin/api/connections?x=1");
        QTest::newRow("kick") << QByteArray("POST") << QByteArray("/admin/api/connections/0-0-1/kick");
    }

    void withoutASession() {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        const auto token = bench_.logIn();
        for (const auto& value :
             {std::string("-"), std::string(), std::string("Bearer"), std::string("Bearer "),
              "Bearer " + std::string(43, 'A'), "Bearer  " + token, "Bearer " + token + ' ',
              "Bearer " + token + "A", "Bearer " + token.substr(1), "Basic " + token, "Bearer," + token,
              "Bearer\t" + token, token, "Token " + token, "Bearerx" + token}) {
            auto request = makeRequest(method.toStdString(), target.toStdString());
            if (value != "-")
                request.headers.push_back({"Authorization", value});
            const auto answer = bench_.ask(request);
            QVERIFY2(answer.status == 401, value.c_str());
            QVERIFY(isProblem(answer));
            QCOMPARE(header(answer, "WWW-Authenticate"), QByteArray("Bearer"));
            QCOMPARE(header(answer, "Cache-Control"), QByteArray("no-store"));
        }
        QVERIFY(!bench_.connections.lastQuery);
        // In no other place is a token looked for: it would stand in logs and histories.
        const auto inTheQuery = target.toStdString() + "?token=" + token + "&access_token=" + token;
        QCOMPARE(bench_.ask(method.toStdString(), inTheQuery, {{"Cookie", "token=" + token}}).status, 401);
    }

    void theSchemeHasNoCase() {
        const auto token = bench_.logIn();
        for (const char* scheme : {"bearer ", "BEARER "}) {
            const auto answer = bench_.ask("GET", "/admin/api/session", {{"Authorization", scheme + token}});
            QCOMPARE(answer.status, 200);
        }
    }

    void otherMethods_data() {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("allowed");
        const QByteArray reading = "GET, HEAD";
        QTest::newRow("login") << QByteArray("/admin/api/login") << QByteArray(posting);
        QTest::newRow("logout") << QByteArray("/admin/api/logout") << QByteArray(posting);
        QTest::newRow("session") << QByteArray("/admin/api/session") << reading;
        QTest::newRow("stats") << QByteArray("/admin/api/stats") << reading;
        QTest::newRow("reports") << QByteArray("/admin/api/reports") << reading;
        QTest::newRow("connections") << QByteArray("/admin/api/connections") << reading;
        QTest::newRow("kick") << QByteArray("/admin/api/connections/0-0-1/kick") << QByteArray(posting);
    }

    void otherMethods() {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, allowed);
        const auto token = bench_.logIn();
        for (const char* method : {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
            const auto answer = bench_.ask(authorized(makeRequest(method, target.toStdString()), token));
            const bool isAllowed = allowed == posting ? allowed == method : allowed.contains(method);
            QVERIFY2((answer.status == 405) != isAllowed, method);
            if (!isAllowed)
                QCOMPARE(header(answer, "Allow"), allowed);
            if (target.endsWith("/logout") && isAllowed)
                QCOMPARE(answer.status, 204);
        }
    }

    void statsTellMore() {
        bench_.snapshot.facts.version = "1.2.3";
        bench_.snapshot.facts.qtVersion = "6.4";
        bench_.snapshot.facts.rooms = 4;
        bench_.snapshot.facts.workers = 3;
        bench_.snapshot.openWebSockets = 5;
        bench_.snapshot.acceptedConnections = 70;
        bench_.snapshot.queueBytes = 11;
        bench_.snapshot.handshake.buckets[3] = 1;
        bench_.snapshot.refusals[static_cast<std::size_t>(chinwag::metrics::Refusal::Origin)] = 6;
        bench_.snapshot.closings[static_cast<std::size_t>(chinwag::metrics::Closing::Slow)] = 7;
        const auto answer = bench_.ask(authorized(makeRequest("GET", "/admin/api/stats"), bench_.logIn()));
        QCOMPARE(answer.status, 200);
        QCOMPARE(header(answer, "Cache-Control"), QByteArray("no-store"));
        const auto stats = json(answer);
        QCOMPARE(stats[u"version"_s].toString(), u"1.2.3"_s);
        QCOMPARE(stats[u"qt_version"_s].toString(), u"6.4"_s);
        QCOMPARE(stats[u"rooms"_s].toInt(), 4);
        QCOMPARE(stats[u"workers"_s].toInt(), 3);
        QCOMPARE(stats[u"queue_bytes"_s].toInt(), 11);
        QCOMPARE(stats[u"connections"_s][u"accepted"_s].toInt(), 70);
        QCOMPARE(stats[u"connections"_s][u"websocket"_s].toInt(), 5);
        QVERIFY(!stats.contains(u"connections_accepted"_s));
        QCOMPARE(stats[u"refusals"_s], QJsonValue(QJsonObject{{u"origin"_s, 6}}));
        QCOMPARE(stats[u"closings"_s], QJsonValue(QJsonObject{{u"slow"_s, 7}}));
        for (const auto& name : {u"fanout"_s, u"handshake"_s}) {
            const auto histogram = stats[name].toObject();
            QCOMPARE(histogram.keys(), (QStringList{u"buckets"_s, u"count"_s, u"p50_seconds"_s,
                                                    u"p99_seconds"_s, u"sum_seconds"_s}));
            QCOMPARE(histogram[u"buckets"_s].toArray().size(),
                     stats[u"bucket_bounds_seconds"_s].toArray().size() + 1);
        }
        QCOMPARE(stats[u"handshake"_s][u"p99_seconds"_s].toDouble(), 0.0000995);
        QVERIFY(stats[u"process"_s][u"resident_bytes"_s].toInteger() > 0);
        QCOMPARE(stats[u"health"_s],
                 QJsonValue(QJsonObject{{u"ready"_s, true}, {u"store"_s, u"writable"_s}}));
        bench_.readiness = Readiness::ShuttingDown;
        QCOMPARE(json(bench_.ask(authorized(makeRequest("GET", "/admin/api/stats"),
                                            bench_.logIn())))[u"health"_s][u"ready"_s],
                 QJsonValue(false));
        bench_.readiness = Readiness::Ready;
        for (const auto& name : {u"time"_s, u"started_at"_s})
            QVERIFY(QDateTime::fromString(stats[name].toString(), Qt::ISODateWithMs).isValid());
        // Nobody else gets to know.
        const auto outside = json(bench_.get("/stats"));
        for (const auto& name : {u"refusals"_s, u"closings"_s, u"process"_s, u"workers"_s, u"qt_version"_s})
            QVERIFY2(!outside.contains(name), qPrintable(name));
    }

    void anInternalListenerHasItAlone() {
        Options options;
        options.splitInternal = true;
        RequestBench bench(options);
        const auto token = bench.logIn();
        QVERIFY(!token.empty()); // that came from inside
        const auto nothing = bench.get("/nothing");
        const std::vector<HttpRequest> requests{
            loginWith(rightLogin), makePost("/admin/api/logout", "{}"),
            makeRequest("GET", "/admin/api/session"), makeRequest("GET", "/admin/api/stats"),
            makeRequest("GET", "/admin/api/connections"), makeRequest("GET", "/admin/api/reports"),
            makePost("/admin/api/connections/0-0-1/kick", "{}"),
            // As little is there for those who ask wrongly.
            makeRequest("GET", "/admin/api/login"), makeRequest("DELETE", "/admin/api/stats"),
            makeRequest("PUT", "/admin/api/connections/0-0-1/kick")};
        for (const auto& request : requests) {
            const auto answer = bench.ask(authorized(request, token));
            QVERIFY2(answer.status == 404, request.target.c_str());
            QCOMPARE(answer.body, nothing.body);
            QVERIFY(header(answer, "Allow").isEmpty());
        }
        auto inside = authorized(makeRequest("GET", "/admin/api/session"), token);
        inside.internal = true;
        QCOMPARE(bench.ask(inside).status, 200);
    }

    void withoutAccessThereIsNoOperatorApi() {
        chinwag::http::HttpServer server(
            {}, {[] { return chinwag::metrics::Snapshot(); }, [] { return Readiness::Ready; }});
        for (const auto& path : server.paths())
            QVERIFY2(path.find("/admin") == std::string::npos, path.c_str());
        for (const char* path : {"/admin/api/login", "/admin/api/connections/{id}/kick"}) {
            const auto& paths = bench_.server().paths();
            QVERIFY(std::find(paths.begin(), paths.end(), path) != paths.end());
        }
    }

    void aLogInThatIsAtHandWhenTheServerGoesIsA503() {
        std::vector<int> answers;
        {
            RequestBench bench;
            QVERIFY(!bench.logIn().empty());
            bench.server().handle(loginWith(rightLogin),
                                  [&](const HttpAnswer& answer) { answers.push_back(answer.status); });
            QCoreApplication::processEvents(); // it is being verified
            bench.destroyServer();
        }
        QCOMPARE(answers, (std::vector<int>{503}));
    }

private:
    RequestBench bench_;
};

QTEST_GUILESS_MAIN(OperatorRoutesTest)
#include "OperatorRoutesTest.moc"
