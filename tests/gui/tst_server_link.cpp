// The session with a server: how it begins, what it survives, how it ends.
#include "api/ServerLink.h"
#include "support/FakeServer.h"
#include "support/TlsFront.h"
#include "support/Wait.h"

#include <QSignalSpy>
#include <QTest>

using namespace chinwag;
using namespace chinwag::admin;
using chinwag::test::eventually;
using chinwag::test::FakeServer;
using State = ServerLink::State;

namespace {

struct Bench {
    FakeServer server;
    ServerLink link;

    Bench() { link.setPollInterval(std::chrono::milliseconds(20)); }
    Endpoint endpoint() const { return {server.url(), server.operatorName, server.password, {}}; }
    bool goesOnline() {
        if (!server.listen())
            return false;
        link.connectTo(endpoint());
        return reaches(State::Online);
    }
    bool reaches(State state) {
        return eventually([&] { return link.state() == state; });
    }
};

} // namespace

class ServerLinkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itLogsInAndAsksAgainAndAgain() {
        Bench bench;
        QVERIFY(bench.server.listen());
        QSignalSpy stats(&bench.link, &ServerLink::statsReceived);
        bench.link.connectTo(bench.endpoint());
        QCOMPARE(bench.link.state(), State::Connecting);
        QVERIFY(bench.reaches(State::Online));
        QVERIFY(eventually([&] { return stats.count() >= 5; }));
        QVERIFY(bench.link.latency().has_value());
        QCOMPARE(bench.server.count(QStringLiteral("POST /login")), 1);
    }

    void aWrongPasswordIsRefusedInTheServersWords() {
        Bench bench;
        QVERIFY(bench.server.listen());
        Endpoint endpoint = bench.endpoint();
        endpoint.password = QStringLiteral("something else");
        bench.link.connectTo(endpoint);
        QVERIFY(bench.reaches(State::Refused));
        QCOMPARE(bench.link.error().status, 401);
        QCOMPARE(bench.link.error().message(), QStringLiteral("The name or the password is wrong."));
    }

    void tooManyAttemptsSayHowLongToWait() {
        Bench bench;
        QVERIFY(bench.server.listen());
        FakeServer::Answer answer = FakeServer::problem(429, QStringLiteral("Too many attempts."));
        answer.headers = "Retry-After: 17\r\n";
        bench.server.answerAlways(QStringLiteral("/login"), answer);
        bench.link.connectTo(bench.endpoint());
        QVERIFY(bench.reaches(State::Refused));
        QCOMPARE(bench.link.error().retryAfter.value_or(0), 17);
    }

    void nobodyListening() {
        Bench bench;
        QVERIFY(bench.server.listen());
        const Endpoint endpoint = bench.endpoint();
        bench.server.goDown();
        bench.link.connectTo(endpoint);
        QVERIFY(bench.reaches(State::Refused));
        QCOMPARE(bench.link.error().kind, ApiError::Kind::Refused);
    }

    void aServerThatDoesNotAnswerTimesOut() {
        Bench bench;
        QVERIFY(bench.server.listen());
        bench.server.hold();
        bench.link.client().setTimeout(std::chrono::milliseconds(100));
        bench.link.connectTo(bench.endpoint());
        QVERIFY(bench.reaches(State::Refused));
        QCOMPARE(bench.link.error().kind, ApiError::Kind::TimedOut);
    }

    void whatIsNoChinwagIsRefused() {
        Bench bench;
        QVERIFY(bench.server.listen());
        bench.server.answerAlways(QStringLiteral("/stats"), {200, {{QStringLiteral("hello"), 1}}, {}});
        bench.link.connectTo(bench.endpoint());
        QVERIFY(bench.reaches(State::Refused));
        QCOMPARE(bench.link.error().kind, ApiError::Kind::Malformed);
    }

    void aRedirectIsNotFollowed() {
        Bench bench;
        QVERIFY(bench.server.listen());
        const QByteArray elsewhere = "Location: " + bench.server.url().toEncoded() + "/admin/api/stats\r\n";
        bench.server.answerAlways(QStringLiteral("/login"), {302, {{QStringLiteral("a"), 1}}, elsewhere});
        bench.link.connectTo(bench.endpoint());
        QVERIFY(bench.reaches(State::Refused));
        QCOMPARE(bench.server.requests().size(), 1);
    }

    void itComesBackAfterALoss() {
        Bench bench;
        QVERIFY(bench.goesOnline());
        bench.server.goDown();
        QVERIFY(bench.reaches(State::Lost));
        QVERIFY(bench.link.retryAt() > QDateTime::currentDateTimeUtc().addSecs(-1));
        QVERIFY(!bench.link.latency());
        bench.server.forgetSessions(); // it was started again
        QVERIFY(bench.server.listenAgain());
        bench.link.retryNow();
        QVERIFY(bench.reaches(State::Online));
        QCOMPARE(bench.server.count(QStringLiteral("POST /login")), 2);
    }

    void itComesBackByItself() {
        Bench bench;
        QVERIFY(bench.goesOnline());
        bench.server.goDown();
        QVERIFY(bench.reaches(State::Lost));
        QVERIFY(bench.server.listenAgain());
        QVERIFY(bench.reaches(State::Online));
    }

    void aSessionThatRanOutIsRenewedUnnoticed() {
        Bench bench;
        QVERIFY(bench.goesOnline());
        QSignalSpy states(&bench.link, &ServerLink::stateChanged);
        QSignalSpy stats(&bench.link, &ServerLink::statsReceived);
        bench.server.forgetSessions();
        QVERIFY(eventually([&] { return bench.server.count(QStringLiteral("POST /login")) == 2; }));
        const auto before = stats.count();
        QVERIFY(eventually([&] { return stats.count() > before + 2; }));
        QCOMPARE(states.count(), 0);
    }

    void aPasswordThatIsNoLongerGoodEndsIt() {
        Bench bench;
        QVERIFY(bench.goesOnline());
        bench.server.password = QStringLiteral("a new one");
        bench.server.forgetSessions();
        QVERIFY(bench.reaches(State::Refused));
        QCOMPARE(bench.link.error().status, 401);
    }

    void loggingOutEndsItOnBothSides() {
        Bench bench;
        QVERIFY(bench.goesOnline());
        bench.link.logOut();
        QCOMPARE(bench.link.state(), State::Disconnected);
        QVERIFY(eventually([&] { return bench.server.count(QStringLiteral("POST /logout")) == 1; }));
        const int asked = bench.server.count(QStringLiteral("GET /stats"));
        // Meanwhile another console asks its server five times.
        Bench other;
        QVERIFY(other.goesOnline());
        QVERIFY(eventually([&] { return other.server.count(QStringLiteral("GET /stats")) >= 5; }));
        QCOMPARE(bench.server.count(QStringLiteral("GET /stats")), asked);
    }

    void disconnectingWhileConnectingIsSilent() {
        Bench bench;
        QVERIFY(bench.server.listen());
        bench.server.hold();
        QSignalSpy states(&bench.link, &ServerLink::stateChanged);
        bench.link.connectTo(bench.endpoint());
        QVERIFY(eventually([&] { return bench.server.count(QStringLiteral("POST /login")) == 1; }));
        bench.link.disconnectFromServer();
        bench.server.release();
        QCoreApplication::processEvents();
        QCOMPARE(states.count(), 2);
        QCOMPARE(bench.link.state(), State::Disconnected);
    }

    void anUnknownCertificateIsShownAndCanBePinned() {
        test::TlsFront front;
        QVERIFY(front.listen());
        Bench bench;
        Endpoint endpoint;
        endpoint.url = front.url();
        endpoint.operatorName = QStringLiteral("alice");
        bench.link.connectTo(endpoint);
        QVERIFY(bench.reaches(State::Refused));
        QCOMPARE(bench.link.error().kind, ApiError::Kind::Tls);
        QVERIFY(bench.link.error().certificate.has_value());
        const auto shown = bench.link.error().certificate.value_or(CertificateFault());
        QCOMPARE(shown.fingerprint, front.certificate().digest(QCryptographicHash::Sha256));
        QCOMPARE(shown.subject, QStringLiteral("localhost"));
        QVERIFY(!shown.problems.isEmpty());

        endpoint.pin = QByteArray(32, 'x');
        bench.link.connectTo(endpoint);
        QVERIFY(bench.reaches(State::Refused));
        QCOMPARE(bench.link.error().kind, ApiError::Kind::Tls);

        endpoint.pin = shown.fingerprint;
        bench.link.connectTo(endpoint);
        QVERIFY(bench.reaches(State::Refused));
        QCOMPARE(bench.link.error().status, 401); // through TLS to the answer
    }
};

QTEST_GUILESS_MAIN(ServerLinkTest)
#include "tst_server_link.moc"
