// The chat in token mode: who comes in and how, who does not, and for how long.
#include "support/Metrics.h"
#include "support/NotifySocket.h"
#include "support/OperatorApi.h"
#include "support/ServerProcess.h"
#include "support/SigningKey.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

namespace chinwag::test {

namespace {

constexpr const char* secretBytes = "a secret of at least thirty-two bytes";

// No raw strings in front of the class: moc loses count of their braces.
std::string claims(const std::string& user, qint64 secondsToLive = 3600) {
    const auto expires = QDateTime::currentSecsSinceEpoch() + secondsToLive;
    return "{\"sub\":\"" + user + "\",\"exp\":" + std::to_string(expires) + "}";
}

} // namespace

class TokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { server_.reset(); }

    void threeWaysIn();
    void theTokenIsNeverEchoed();
    void withoutATokenNobodyComesIn();
    void wrongTokensAreRefused();
    void onlyOneToken();
    void refusalsAreCounted();
    void openModeWithoutKeysLooksAtNoToken();
    void openModeWithKeysVerifies();
    void whenTheTokenExpiresTheConnectionEnds();
    void reloadTakesNewKeys();
    void aKeySetThatIsBrokenChangesNothing();
    void operatorsSeeWhoItIs();

private:
    void start(QMap<QString, QString> settings);
    bool writeKeySet(const SigningKey& key) const;
    bool reload() const;
    int statusOf(std::string_view target, std::string_view headers = {}) const;

    const SigningKey secret_ = SigningKey::secret(secretBytes);
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<NotifySocket> notify_;
    std::unique_ptr<ServerProcess> server_;
};

void TokensTest::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    notify_ = std::make_unique<NotifySocket>();
    QVERIFY(folder_->isValid() && notify_->isValid());
}

void TokensTest::start(QMap<QString, QString> settings) {
    settings.insert(QStringLiteral("server.data_dir"), folder_->filePath(QStringLiteral("data")));
    ServerProcess::Options options;
    options.settings = settings;
    options.environment = {{QStringLiteral("NOTIFY_SOCKET"), notify_->path()}};
    server_ = std::make_unique<ServerProcess>();
    QVERIFY(server_->start(options));
    QVERIFY(notify_->waitFor("READY=1"));
}

bool TokensTest::writeKeySet(const SigningKey& key) const {
    QFile file(folder_->filePath(QStringLiteral("keys.json")));
    const auto text = QByteArray::fromStdString(R"({"keys":[)" + key.jwk() + "]}");
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

bool TokensTest::reload() const {
    server_->signal(SIGHUP);
    return notify_->waitFor("RELOADING=1") && notify_->waitFor("READY=1");
}

int TokensTest::statusOf(std::string_view target, std::string_view headers) const {
    auto probe = server_->webSocket();
    static_cast<void>(probe.open(target, headers));
    return probe.answer().status;
}

static QMap<QString, QString> tokenMode() {
    return {{QStringLiteral("auth.mode"), QStringLiteral("token")},
            {QStringLiteral("auth.hmac_secret"), QString::fromStdString(secretBytes)}};
}

void TokensTest::threeWaysIn() {
    start(tokenMode());
    const auto token = makeToken(secret_, "HS256", claims("anna"));
    auto byQuery = server_->webSocket();
    QVERIFY(byQuery.open("/ws/chat?nick=Anna&token=" + token));
    auto byHeader = server_->webSocket();
    QVERIFY(byHeader.open("/ws/chat", "authorization: bearer  " + token + "\r\n"));
    auto bySubprotocol = server_->webSocket();
    QVERIFY(bySubprotocol.open("/ws/chat", "Sec-WebSocket-Protocol: chinwag, bearer." + token + "\r\n"));
    byQuery.send(text("Anna: Hello"));
    for (WebSocketProbe* probe : {&byQuery, &byHeader, &bySubprotocol})
        QCOMPARE(probe->next(), textEvent("Anna: Hello"));
}

// A browser wants one of its offers answered.
void TokensTest::theTokenIsNeverEchoed() {
    start(tokenMode());
    const auto token = makeToken(secret_, "HS256", claims("anna"));
    for (const std::string& offer : {"chinwag, bearer." + token, "bearer." + token + ", chinwag"}) {
        auto probe = server_->webSocket();
        QVERIFY(probe.open("/ws/chat", "Sec-WebSocket-Protocol: " + offer + "\r\n"));
        QCOMPARE(probe.answer().header("Sec-WebSocket-Protocol"), std::string("chinwag"));
    }
    auto alone = server_->webSocket();
    QVERIFY(alone.open("/ws/chat", "Sec-WebSocket-Protocol: bearer." + token + "\r\n"));
    QVERIFY(!alone.answer().has("Sec-WebSocket-Protocol"));
    QVERIFY(!server_->log().contains(QByteArray::fromStdString(token)));
}

void TokensTest::withoutATokenNobodyComesIn() {
    start(tokenMode());
    for (const char* target : {"/ws/chat", "/ws/chat?token=", "/ws/chat?nick=Anna"}) {
        auto probe = server_->webSocket();
        QVERIFY(!probe.open(target));
        QCOMPARE(probe.answer().status, 401);
        QCOMPARE(probe.answer().header("Content-Type"), std::string("application/problem+json"));
        QCOMPARE(probe.answer().header("WWW-Authenticate"), std::string(R"(Bearer realm="chinwag")"));
    }
    QCOMPARE(statusOf("/ws/chat", "Authorization: Basic YTpi\r\n"), 401);
    QCOMPARE(server_->http().get("/healthz").status, 200); // the rest is open
}

void TokensTest::wrongTokensAreRefused() {
    start(tokenMode());
    const auto other = SigningKey::secret("another secret of some thirty-two bytes");
    for (const auto& token :
         {std::string("x"), std::string("a.b.c"), makeToken(other, "HS256", claims("anna")),
          makeToken(secret_, 256, R"({"alg":"none"})", claims("anna")),
          makeToken(secret_, "HS256", R"({"sub":7})")}) {
        auto probe = server_->webSocket();
        QVERIFY2(!probe.open("/ws/chat?token=" + token), token.c_str());
        QCOMPARE(probe.answer().status, 401);
        const auto challenge = probe.answer().header("WWW-Authenticate");
        QVERIFY2(challenge.find(R"(error="invalid_token")") != std::string::npos, challenge.c_str());
    }
    auto expired = server_->webSocket();
    QVERIFY(!expired.open("/ws/chat?token=" + makeToken(secret_, "HS256", claims("anna", -60))));
    QCOMPARE(expired.answer().status, 401);
    QVERIFY2(expired.answer().body.find("expired") != std::string::npos, expired.answer().body.c_str());
}

void TokensTest::onlyOneToken() {
    start(tokenMode());
    const auto token = makeToken(secret_, "HS256", claims("anna"));
    const auto header = "Authorization: Bearer " + token + "\r\n";
    const auto subprotocol = "Sec-WebSocket-Protocol: chinwag, bearer." + token + "\r\n";
    QCOMPARE(statusOf("/ws/chat?token=" + token, header), 400);
    QCOMPARE(statusOf("/ws/chat?token=" + token, subprotocol), 400);
    QCOMPARE(statusOf("/ws/chat", header + subprotocol), 400);
    QCOMPARE(statusOf("/ws/chat", header + header), 400);
    QCOMPARE(statusOf("/ws/chat?token=" + token + "&token=" + token), 400);
    QCOMPARE(statusOf("/ws/chat?token=%ff"), 400);
    QCOMPARE(statusOf("/ws/chat?token=", header), 101); // the page's parameter, left empty
}

void TokensTest::refusalsAreCounted() {
    start(tokenMode());
    QCOMPARE(statusOf("/ws/chat"), 401);
    QCOMPARE(statusOf("/ws/chat?token=x"), 401);
    QCOMPARE(metric(*server_, "chinwag_refusals_total{reason=\"unauthorized\"}"), std::optional(2.0));
}

void TokensTest::openModeWithoutKeysLooksAtNoToken() {
    start({});
    QCOMPARE(statusOf("/ws/chat?token=whatever"), 101);
    QCOMPARE(statusOf("/ws/chat?token=a&token=b"), 101);
}

void TokensTest::openModeWithKeysVerifies() {
    start({{QStringLiteral("auth.hmac_secret"), QString::fromStdString(secretBytes)}});
    QCOMPARE(statusOf("/ws/chat"), 101);
    QCOMPARE(statusOf("/ws/chat?token=" + makeToken(secret_, "HS256", claims("anna"))), 101);
    QCOMPARE(statusOf("/ws/chat?token=whatever"), 401);
}

// With the least that a token can live, so that the test need not wait; the server measures the time.
void TokensTest::whenTheTokenExpiresTheConnectionEnds() {
    auto settings = tokenMode();
    settings.insert(QStringLiteral("auth.leeway"), QStringLiteral("2s"));
    start(settings);
    const auto lasting = makeToken(secret_, "HS256", claims("bert"));
    auto bert = server_->webSocket();
    QVERIFY(bert.open("/ws/chat?token=" + lasting));
    auto anna = server_->webSocket();
    const auto expires = QDateTime::currentSecsSinceEpoch() + 1;
    QVERIFY(
        anna.open("/ws/chat?token=" +
                  makeToken(secret_, "HS256", R"({"sub":"anna","exp":)" + std::to_string(expires) + "}")));
    const Event end = anna.nextMessage();
    QCOMPARE(end.kind, Event::Kind::Close);
    QCOMPARE(end.code, std::uint16_t(3005));
    QCOMPARE(end.payload, std::string("expired"));
    QVERIFY(QDateTime::currentSecsSinceEpoch() >= expires + 2); // not before its time, with the leeway
    QCOMPARE(metric(*server_, "chinwag_closings_total{reason=\"expired\"}"), std::optional(1.0));
    bert.send(text("Bert: Still here"));
    QCOMPARE(bert.nextMessage(), textEvent("Bert: Still here"));
}

void TokensTest::reloadTakesNewKeys() {
    const auto first = SigningKey::ec("P-256");
    const auto second = SigningKey::ec("P-256");
    QVERIFY(writeKeySet(first));
    start({{QStringLiteral("auth.mode"), QStringLiteral("token")},
           {QStringLiteral("auth.jwks_file"), folder_->filePath(QStringLiteral("keys.json"))}});
    const auto ofFirst = "/ws/chat?token=" + makeToken(first, "ES256", claims("anna"));
    const auto ofSecond = "/ws/chat?token=" + makeToken(second, "ES256", claims("anna"));
    auto inside = server_->webSocket();
    QVERIFY(inside.open(ofFirst));
    QCOMPARE(statusOf(ofSecond), 401);
    QVERIFY(writeKeySet(second));
    QVERIFY(reload());
    QCOMPARE(statusOf(ofFirst), 401);
    QCOMPARE(statusOf(ofSecond), 101);
    inside.send(text("Anna: Still here"));
    QCOMPARE(inside.nextMessage(), textEvent("Anna: Still here"));
}

void TokensTest::aKeySetThatIsBrokenChangesNothing() {
    const auto key = SigningKey::rsa(2048);
    QVERIFY(writeKeySet(key));
    start({{QStringLiteral("auth.mode"), QStringLiteral("token")},
           {QStringLiteral("auth.jwks_file"), folder_->filePath(QStringLiteral("keys.json"))}});
    QVERIFY(writeKeySet(SigningKey::secret("short")));
    QVERIFY(reload());
    QVERIFY2(server_->log().contains("auth.jwks_file: key 1: a secret must have at least 32 bytes"),
             server_->log().constData());
    QCOMPARE(statusOf("/ws/chat?token=" + makeToken(key, "RS256", claims("anna"))), 101);
    QCOMPARE(statusOf("/ws/chat"), 401);
}

void TokensTest::operatorsSeeWhoItIs() {
    start(tokenMode());
    QCOMPARE(runAdmin(folder_->filePath(QStringLiteral("data")), QStringLiteral("add"),
                      QStringLiteral("olga"), "a long password\n"),
             0);
    OperatorApi api(*server_);
    QCOMPARE(api.logIn("olga", "a long password").answer.status, 200);
    auto anna = server_->webSocket();
    QVERIFY(anna.open("/ws/chat?token=" + makeToken(secret_, "HS256", claims("anna"))));
    auto nobody = server_->webSocket();
    QVERIFY(nobody.open("/ws/chat?token=" + makeToken(secret_, "HS256", claims(""))));
    const auto all = api.get("/admin/api/connections?sort=-user").body[QStringLiteral("items")].toArray();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0][QStringLiteral("user")], QJsonValue(QStringLiteral("anna")));
    QCOMPARE(all[1][QStringLiteral("user")], QJsonValue(QJsonValue::Null));
    const auto filtered = api.get("/admin/api/connections?user=NN").body[QStringLiteral("items")].toArray();
    QCOMPARE(filtered.size(), 1);
    QCOMPARE(filtered[0][QStringLiteral("user")], QJsonValue(QStringLiteral("anna")));
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::TokensTest)
#include "tst_tokens.moc"
