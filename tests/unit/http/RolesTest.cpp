#include "RequestBench.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>
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

namespace {

// Who may what, spelt out a second time: a change of the server's table has to be meant.
const QMap<QString, QString>& rolesOf() {
    static const QMap<QString, QString> map{
        {u"view"_s, u"viewer agent moderator admin"_s},
        {u"message"_s, u"agent moderator admin"_s},
        {u"kick"_s, u"moderator admin"_s},
        {u"moderate"_s, u"moderator admin"_s},
        {u"configure"_s, u"admin"_s},
        {u"anybody"_s, u"viewer agent moderator admin"_s}, // needs no session
    };
    return map;
}

struct Row {
    const char* method;
    QString permission;
};

const QMultiMap<QString, Row>& routes() {
    static const QMultiMap<QString, Row> map{
        {u"/admin/api/login"_s, {"POST", u"anybody"_s}},
        {u"/admin/api/setup"_s, {"GET", u"anybody"_s}},
        {u"/admin/api/setup"_s, {"POST", u"anybody"_s}},
        {u"/admin/api/logout"_s, {"POST", u"view"_s}},
        {u"/admin/api/session"_s, {"GET", u"view"_s}},
        {u"/admin/api/me"_s, {"GET", u"view"_s}},
        {u"/admin/api/me/totp"_s, {"POST", u"view"_s}},
        {u"/admin/api/feed-token"_s, {"POST", u"view"_s}},
        {u"/admin/api/sessions"_s, {"GET", u"view"_s}},
        {u"/admin/api/sessions/{id}/revoke"_s, {"POST", u"view"_s}},
        {u"/admin/api/reports"_s, {"GET", u"view"_s}},
        {u"/admin/api/reports/{number}/resolve"_s, {"POST", u"moderate"_s}},
        {u"/admin/api/bans"_s, {"GET", u"view"_s}},
        {u"/admin/api/bans"_s, {"POST", u"moderate"_s}},
        {u"/admin/api/bans/{id}/lift"_s, {"POST", u"moderate"_s}},
        {u"/admin/api/mutes"_s, {"GET", u"view"_s}},
        {u"/admin/api/mutes"_s, {"POST", u"moderate"_s}},
        {u"/admin/api/mutes/{id}/lift"_s, {"POST", u"moderate"_s}},
        {u"/admin/api/rooms"_s, {"GET", u"view"_s}},
        {u"/admin/api/rooms/{name}/rules"_s, {"POST", u"moderate"_s}},
        {u"/admin/api/lockdown"_s, {"GET", u"view"_s}},
        {u"/admin/api/lockdown"_s, {"POST", u"configure"_s}},
        {u"/admin/api/messages"_s, {"GET", u"view"_s}},
        {u"/admin/api/messages/redact"_s, {"POST", u"moderate"_s}},
        {u"/admin/api/users/purge"_s, {"POST", u"moderate"_s}},
        {u"/admin/api/audit"_s, {"GET", u"view"_s}},
        {u"/admin/api/audit/verify"_s, {"GET", u"view"_s}},
        {u"/admin/api/configuration"_s, {"GET", u"configure"_s}},
        {u"/admin/api/logs"_s, {"GET", u"configure"_s}},
        {u"/admin/api/stats"_s, {"GET", u"view"_s}},
        {u"/admin/api/nodes"_s, {"GET", u"view"_s}},
        {u"/admin/api/server/reload"_s, {"POST", u"configure"_s}},
        {u"/admin/api/server/drain"_s, {"POST", u"configure"_s}},
        {u"/admin/api/users"_s, {"GET", u"view"_s}},
        {u"/admin/api/connections"_s, {"GET", u"view"_s}},
        {u"/admin/api/connections/{id}"_s, {"GET", u"view"_s}},
        {u"/admin/api/connections/kick"_s, {"POST", u"kick"_s}},
        {u"/admin/api/connections/{id}/kick"_s, {"POST", u"kick"_s}},
        {u"/admin/api/connections/{id}/trace"_s, {"POST", u"moderate"_s}},
        {u"/admin/api/connections/{id}/trace"_s, {"DELETE", u"moderate"_s}},
        {u"/admin/api/connections/{id}/message"_s, {"POST", u"message"_s}},
        {u"/admin/api/rooms/{name}/messages"_s, {"POST", u"message"_s}},
    };
    return map;
}

} // namespace

/// Each role at each route of the operator API.
class RolesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRouteHasARow() {
        QSet<QString> there;
        for (const auto& path : bench_.server().paths()) {
            if (path.starts_with("/admin/api/"))
                there.insert(QString::fromStdString(path));
        }
        const auto keys = routes().keys();
        QCOMPARE(there, QSet<QString>(keys.begin(), keys.end()));
    }

    void roleAtRoute_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("permission");
        QTest::addColumn<QString>("role");
        for (auto it = routes().begin(); it != routes().end(); ++it) {
            for (const auto& role : {u"viewer"_s, u"agent"_s, u"moderator"_s, u"admin"_s})
                QTest::addRow("%s: %s %s", qPrintable(role), it->method, qPrintable(it.key()))
                    << it.key() << QString::fromLatin1(it->method) << it->permission << role;
        }
    }

    void roleAtRoute() {
        QFETCH(QString, path);
        QFETCH(QString, method);
        QFETCH(QString, permission);
        QFETCH(QString, role);
        // Logging in takes its time on purpose, and a role is looked up anew at every request.
        if (token_.empty())
            token_ = bench_.logIn();
        QVERIFY(!token_.empty());
        QVERIFY(bench_.setRole(*chinwag::auth::roleNamed(role.toStdString())));
        const bool allowed = rolesOf()[permission].split(u' ').contains(role);
        static const QRegularExpression open(u"\\{[a-z]+\\}"_s);
        const auto target = QString(path).replace(open, u"0-0-9"_s).toStdString();
        const auto answer = bench_.ask(authorized(
            method == u"POST"_s ? makePost(target, "{}") : makeRequest(method.toStdString(), target),
            token_));
        QVERIFY2(answer.status != 401 && answer.status != 405, answer.body.c_str());
        QVERIFY2((answer.status != 403) == allowed, answer.body.c_str());
        if (!allowed) {
            QCOMPARE(header(answer, "Content-Type"), QByteArray("application/problem+json"));
            QCOMPARE(json(answer)[u"type"_s].toString(), u"urn:chinwag:problem:not-permitted"_s);
            const auto detail = json(answer)[u"detail"_s].toString();
            QVERIFY2(detail.contains(u'\'' + permission + u'\'') && detail.contains(role),
                     qPrintable(detail));
        }
        if (path.endsWith(u"/logout"_s) && allowed)
            token_.clear();
    }

    void whoIsTakenARoleAwayLosesItAtOnce() {
        const auto token = bench_.logIn();
        const auto kick = [&] {
            return bench_.ask(authorized(makePost("/admin/api/connections/0-0-9/kick", "{}"), token)).status;
        };
        QCOMPARE(kick(), 404);
        QVERIFY(bench_.setRole(Role::Viewer));
        QCOMPARE(kick(), 403);
        const auto me = json(bench_.ask(authorized(makeRequest("GET", "/admin/api/me"), token)));
        QCOMPARE(me[u"operator"_s][u"role"_s].toString(), u"viewer"_s);
        QCOMPARE(me[u"permissions"_s], QJsonValue(QJsonArray{u"view"_s}));
        QVERIFY(bench_.setRole(Role::Admin));
        QCOMPARE(kick(), 404);
    }

private:
    RequestBench bench_;
    std::string token_;
};

QTEST_GUILESS_MAIN(RolesTest)
#include "RolesTest.moc"
