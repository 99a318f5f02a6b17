// The chat over TLS: wss and https beside their plain brothers, and certificates that change.
#include "support/Certificate.h"
#include "support/NotifySocket.h"
#include "support/ServerProcess.h"

#include <QFile>
#include <QTest>

#include <csignal>
#include <memory>

namespace chinwag::test {

class TlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { server_.reset(); }

    void chatCrossesFromTlsToPlain();
    void longMessages();
    void https();
    void plainHttpOnTheTlsPortIsRefused();
    void reloadShowsTheNewCertificate();
    void failedReloadKeepsTheOldCertificate();
    void drainClosesSecureClients();

private:
    static constexpr int secure = 1; // the index of the TLS listener
    QByteArray certificateSeen() const;

    std::unique_ptr<Certificate> certificate_;
    std::unique_ptr<NotifySocket> notify_;
    std::unique_ptr<ServerProcess> server_;
};

void TlsTest::init() {
    certificate_ = std::make_unique<Certificate>();
    notify_ = std::make_unique<NotifySocket>();
    server_ = std::make_unique<ServerProcess>();
    QVERIFY(certificate_->isValid() && notify_->isValid());
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("server.tls_certificate"), certificate_->certificatePath()},
                        {QStringLiteral("server.tls_key"), certificate_->keyPath()}};
    options.environment = {{QStringLiteral("NOTIFY_SOCKET"), notify_->path()}};
    options.listen = {QStringLiteral("http://127.0.0.1:0"), QStringLiteral("https://127.0.0.1:0")};
    QVERIFY(server_->start(options));
    QVERIFY(server_->urls().at(secure).startsWith(QStringLiteral("https://")));
    QVERIFY(notify_->waitFor("READY=1"));
}

QByteArray TlsTest::certificateSeen() const {
    const auto stream = TlsStream::connectTo(server_->port(secure));
    return stream ? stream->certificateDigest() : QByteArray();
}

void TlsTest::chatCrossesFromTlsToPlain() {
    auto alice = server_->secureWebSocket(secure);
    QVERIFY(alice.open("/ws/chat"));
    auto anna = server_->secureWebSocket(secure);
    QVERIFY(anna.open("/ws/chat"));
    auto bob = server_->chatter();
    alice.send(text("Alice: Hello"));
    for (WebSocketProbe* probe : {&alice, &anna, &bob})
        QCOMPARE(probe->next(), textEvent("Alice: Hello"));
    bob.send(text("Bob: Hi"));
    for (WebSocketProbe* probe : {&alice, &anna, &bob})
        QCOMPARE(probe->next(), textEvent("Bob: Hi"));
    QVERIFY(alice.closeNormally());
}

void TlsTest::longMessages() {
    auto alice = server_->secureWebSocket(secure);
    QVERIFY(alice.open("/ws/chat"));
    auto anna = server_->secureWebSocket(secure);
    QVERIFY(anna.open("/ws/chat"));
    for (int i = 0; i < 50; ++i) {
        const std::string message(static_cast<std::size_t>(64 * 1024 - i), 'x');
        alice.send(text(message));
        QCOMPARE(anna.next(), textEvent(message));
        QCOMPARE(alice.next(), textEvent(message));
    }
}

void TlsTest::https() {
    HttpProbe probe(TlsStream::connectTo(server_->port(secure)));
    for (const char* target : {"/", "/healthz", "/stats", "/openapi.json"}) {
        const Answer answer = probe.get(target);
        QVERIFY2(answer.kind == Answer::Kind::Complete && answer.status == 200, answer.describe().c_str());
    }
    const Answer missing = probe.get("/nothing", "Connection: close\r\n");
    QCOMPARE(missing.status, 404);
    QVERIFY(probe.read().isEnd());
}

void TlsTest::plainHttpOnTheTlsPortIsRefused() {
    HttpProbe probe = server_->http(secure);
    probe.send(request("GET", "/healthz"));
    Stream* const stream = probe.stream();
    QVERIFY(stream != nullptr);
    // A TLS alert may come first; what matters is that it ends and nothing else happens.
    ReadStatus status = ReadStatus::Data;
    while (status == ReadStatus::Data)
        status = stream->read(probe.input(), soon());
    QVERIFY(status != ReadStatus::Timeout);
    QVERIFY(probe.input().find("HTTP/1.1 200") == std::string::npos);
}

void TlsTest::reloadShowsTheNewCertificate() {
    const QByteArray first = certificateSeen();
    QVERIFY(!first.isEmpty());
    auto old = server_->secureWebSocket(secure);
    QVERIFY(old.open("/ws/chat"));
    QVERIFY(certificate_->renew());
    QCOMPARE(certificateSeen(), first);
    server_->signal(SIGHUP);
    QVERIFY(notify_->waitFor("RELOADING=1"));
    QVERIFY(notify_->waitFor("READY=1"));
    const QByteArray second = certificateSeen();
    QVERIFY(!second.isEmpty());
    QVERIFY(second != first);
    auto fresh = server_->secureWebSocket(secure);
    QVERIFY(fresh.open("/ws/chat"));
    old.send(text("the old one lives on"));
    QCOMPARE(fresh.next(), textEvent("the old one lives on"));
    QCOMPARE(old.next(), textEvent("the old one lives on"));
}

void TlsTest::failedReloadKeepsTheOldCertificate() {
    const QByteArray first = certificateSeen();
    QFile file(certificate_->certificatePath());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QVERIFY(file.write("no certificate\n") > 0);
    file.close();
    server_->signal(SIGHUP);
    QVERIFY(notify_->waitFor("RELOADING=1"));
    QVERIFY(notify_->waitFor("READY=1"));
    QCOMPARE(certificateSeen(), first);
    QVERIFY(server_->log().contains(certificate_->certificatePath().toUtf8()));
}

void TlsTest::drainClosesSecureClients() {
    auto alice = server_->secureWebSocket(secure);
    QVERIFY(alice.open("/ws/chat"));
    server_->signal(SIGTERM);
    const Event event = alice.nextMessage();
    QVERIFY2(event.kind == Event::Kind::Close && event.code == 3001, event.describe().c_str());
    alice.send(close(3001));
    QVERIFY(alice.next().isEnd());
    QCOMPARE(server_->waitForExit(), 0);
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::TlsTest)
#include "tst_tls.moc"
