#include "RequestBench.h"

#include <QJsonArray>
#include <QTest>

#include <string>

using chinwag::protocol::HttpAnswer;
using chinwag::tests::authorized;
using chinwag::tests::header;
using chinwag::tests::json;
using chinwag::tests::makePost;
using chinwag::tests::makeRequest;
using chinwag::tests::RequestBench;

using namespace Qt::StringLiterals;

namespace {

HttpAnswer setUp(RequestBench& bench, const std::string& code, const std::string& user = "alice",
                 const std::string& password = "correct horse") {
    return bench.ask(makePost("/admin/api/setup", R"({"code":")" + code + R"(","user":")" + user +
                                                      R"(","password":")" + password + R"("})"));
}

bool isOpen(RequestBench& bench) {
    return json(bench.get("/admin/api/setup"))[u"open"_s].toBool();
}

} // namespace

/// The first operator is made by a code, and nobody else is.
class SetupRoutesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoHasTheCodeIsLoggedInAsAnAdmin() {
        RequestBench bench;
        QVERIFY(!isOpen(bench));
        const auto code = bench.setupCode();
        QVERIFY(isOpen(bench));
        const auto answer = setUp(bench, code);
        QCOMPARE(answer.status, 200);
        QCOMPARE(header(answer, "Cache-Control"), QByteArray("no-store"));
        QCOMPARE(json(answer)[u"operator"_s],
                 QJsonValue(QJsonObject{{u"name"_s, u"alice"_s}, {u"role"_s, u"admin"_s}}));
        const auto token = json(answer)[u"token"_s].toString().toStdString();
        QCOMPARE(bench.ask(authorized(makeRequest("GET", "/admin/api/me"), token)).status, 200);
        const auto audit = bench.ask(authorized(makeRequest("GET", "/admin/api/audit"), token));
        const auto rows = json(audit)[u"items"_s].toArray();
        const auto first = rows.last().toObject();
        QCOMPARE(first[u"action"_s].toString(), u"operator.add"_s);
        QCOMPARE(first[u"target"_s].toString(), u"alice"_s);
        QVERIFY(audit.body.find(code) == std::string::npos);

        const auto again = setUp(bench, code, "mallory");
        QCOMPARE(again.status, 409);
        QCOMPARE(header(again, "Content-Type"), QByteArray("application/problem+json"));
        QVERIFY(!isOpen(bench));
    }

    void wrongCodesAreLimited() {
        RequestBench bench;
        const auto code = bench.setupCode();
        for (int i = 0; i < 10; ++i)
            QCOMPARE(setUp(bench, "wrong").status, 403);
        const auto limited = setUp(bench, code);
        QCOMPARE(limited.status, 429);
        QVERIFY(header(limited, "Retry-After").toInt() > 0);
        bench.now += std::chrono::minutes(1);
        QCOMPARE(setUp(bench, code).status, 200);
    }

    void aCodeGrowsOld() {
        RequestBench bench;
        const auto code = bench.setupCode();
        bench.now += chinwag::auth::FirstOperator::lifetime;
        QVERIFY(!isOpen(bench));
        QCOMPARE(setUp(bench, code).status, 403);
    }

    void slipsCostNothing_data() {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("no name") << QByteArray() << QByteArray("correct horse");
        QTest::newRow("no name that is allowed") << QByteArray("a b") << QByteArray("correct horse");
        QTest::newRow("short password") << QByteArray("alice") << QByteArray("horse");
    }

    void slipsCostNothing() {
        QFETCH(QByteArray, user);
        QFETCH(QByteArray, password);
        RequestBench bench;
        const auto code = bench.setupCode();
        for (int i = 0; i < 11; ++i)
            QCOMPARE(setUp(bench, code, user.toStdString(), password.toStdString()).status, 400);
        QCOMPARE(setUp(bench, code).status, 200);
    }

    void thePageBringsAllItNeeds() {
        chinwag::http::Options options;
        options.webRoot = u"/nowhere"_s; // the page of the chat is somebody else's
        RequestBench bench(options);
        const auto page = bench.get("/admin/setup");
        QCOMPARE(page.status, 200);
        const auto policy = header(page, "Content-Security-Policy");
        QVERIFY2(policy.contains("script-src 'self';") && !policy.contains("unsafe"), policy.constData());
        for (const char* file : {"setup.js", "setup.css", "favicon.svg"}) {
            const auto path = std::string("/admin/setup/") + file;
            QVERIFY2(page.body.find('"' + path + '"') != std::string::npos, file);
            QCOMPARE(bench.get(path).status, 200);
        }
        QCOMPARE(bench.get("/admin/setup/nothing.js").status, 404);
    }

    void itIsInsideWithTheOperators() {
        chinwag::http::Options options;
        options.splitInternal = true;
        RequestBench bench(options);
        QCOMPARE(bench.get("/admin/setup").status, 404);
        QCOMPARE(bench.get("/admin/api/setup").status, 404);
        auto request = makeRequest("GET", "/admin/setup");
        request.internal = true;
        QCOMPARE(bench.ask(request).status, 200);
    }
};

QTEST_GUILESS_MAIN(SetupRoutesTest)
#include "SetupRoutesTest.moc"
