// `chinwagd token` as it is run, and what check-config and print-config say of keys.
#include "ProgramRun.h"
#include "auth/TokenVerifier.h"
#include "support/SigningKey.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

using namespace chinwag;
using auth::TokenClaims;
using auth::TokenKey;
using test::Outcome;
using test::run;
using test::SigningKey;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString secret = u"a secret of at least thirty-two bytes"_s;
using Variables = QMap<QString, QString>;

Variables withSecret(Variables more = {}) {
    more.insert(u"CHINWAG_AUTH_HMAC_SECRET"_s, secret);
    return more;
}

TokenClaims claimsOf(const Outcome& outcome, const std::string& audience = {}, const std::string& issuer = {},
                     auth::TokenUse use = auth::TokenUse::Connection) {
    const auto key = std::get<TokenKey>(TokenKey::fromSecret(secret.toStdString()));
    const auth::TokenVerifier verifier({true, auth::TokenKeys({key}), audience, issuer, 5s});
    const auto verified =
        verifier.verify(outcome.output.trimmed().toStdString(), std::chrono::system_clock::now(), use);
    const auto* const claims = std::get_if<TokenClaims>(&verified);
    if (claims == nullptr)
        qFatal("%s", std::get<auth::TokenError>(verified).text.c_str());
    return *claims;
}

} // namespace

class TokenCliTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsAToken() {
        const auto outcome = run({u"token"_s, u"--user"_s, u"anna"_s}, withSecret());
        QVERIFY2(outcome.exitCode == 0, outcome.errors);
        QVERIFY(outcome.errors.isEmpty());
        QCOMPARE(outcome.output.count('\n'), 1);
        const auto claims = claimsOf(outcome);
        QCOMPARE(claims.user, std::string("anna"));
        QVERIFY(claims.issuedAt && claims.expiresAt);
        QVERIFY(*claims.expiresAt - *claims.issuedAt == 1h);
        QVERIFY(claims.channel.empty() && claims.info.empty());
    }

    void saysWhatItIsTold() {
        const auto outcome =
            run({u"token"_s, u"--user="_s, u"--channel"_s, u"chat:lobby"_s, u"--ttl"_s, u"15m"_s, u"--info"_s,
                 u"{\"name\":\"Änna\"}"_s},
                withSecret({{u"CHINWAG_AUTH_AUDIENCE"_s, u"chat"_s}, {u"CHINWAG_AUTH_ISSUER"_s, u"shop"_s}}));
        QVERIFY2(outcome.exitCode == 0, outcome.errors);
        const auto claims = claimsOf(outcome, "chat", "shop", auth::TokenUse::Subscription);
        QCOMPARE(claims.user, std::string());
        QCOMPARE(claims.channel, std::string("chat:lobby"));
        QCOMPARE(claims.info, std::string("{\"name\":\"Änna\"}"));
        QVERIFY(*claims.expiresAt - *claims.issuedAt == 15min);
    }

    void refuses_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no time") << QStringList{u"--ttl=0"_s} << QByteArray("--ttl must be");
        QTest::newRow("part of a second") << QStringList{u"--ttl=999ms"_s} << QByteArray("--ttl must be");
        QTest::newRow("ages") << QStringList{u"--ttl=99999999h"_s} << QByteArray("--ttl must be");
        QTest::newRow("no duration") << QStringList{u"--ttl=soon"_s} << QByteArray("--ttl must be");
        QTest::newRow("no JSON") << QStringList{u"--info=name"_s} << QByteArray("--info must be JSON");
        QTest::newRow("member twice")
            << QStringList{u"--info={\"a\":1,\"a\":2}"_s} << QByteArray("the server would not take it");
        QTest::newRow("long name") << QStringList{u"--user="_s + QString(300, u'x')}
                                   << QByteArray("claim 'sub' must be");
    }
    void refuses() {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, says);
        const auto outcome = run(QStringList{u"token"_s, u"--user=anna"_s} + arguments, withSecret());
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.output.isEmpty());
        QVERIFY2(outcome.errors.contains(says), outcome.errors);
    }

    void needsASecret() {
        const auto outcome = run({u"token"_s, u"--user"_s, u"anna"_s});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.contains("auth.hmac_secret"), outcome.errors);
    }

    void secretsAreNotShown() {
        const auto printed = run({u"print-config"_s}, withSecret());
        QCOMPARE(printed.exitCode, 0);
        QVERIFY(!printed.output.contains(secret.toUtf8()));
        const auto refused = run({u"check-config"_s}, {{u"CHINWAG_AUTH_HMAC_SECRET"_s, u"hunter2"_s}});
        QCOMPARE(refused.exitCode, 78);
        QVERIFY2(!refused.errors.contains("hunter2"), refused.errors);
        QVERIFY2(refused.errors.contains("at least 32 bytes"), refused.errors);
    }

    void tokenModeWantsAKey() {
        const auto outcome = run({u"check-config"_s}, {{u"CHINWAG_AUTH_MODE"_s, u"token"_s}});
        QCOMPARE(outcome.exitCode, 78);
        QVERIFY2(outcome.errors.contains("auth.mode: \"token\" wants a key"), outcome.errors);
    }

    void keyFilesAreChecked_data() {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("says");
        const auto rsa = u"CHINWAG_AUTH_RSA_PUBLIC_KEY"_s;
        const auto ecdsa = u"CHINWAG_AUTH_ECDSA_PUBLIC_KEY"_s;
        const auto jwks = u"CHINWAG_AUTH_JWKS_FILE"_s;
        const auto rsaPem = QByteArray::fromStdString(SigningKey::rsa(2048).publicPem());
        const auto ecPem = QByteArray::fromStdString(SigningKey::ec("P-256").publicPem());
        const QByteArray fine;
        QTest::newRow("RSA") << rsa << rsaPem << fine;
        QTest::newRow("P-256") << ecdsa << ecPem << fine;
        QTest::newRow("set") << jwks
                             << QByteArray::fromStdString("{\"keys\":[" + SigningKey::ec("P-521").jwk() +
                                                          "]}")
                             << fine;
        QTest::newRow("RSA for a curve") << rsa << ecPem << QByteArray("rsa_public_key: is not an RSA key");
        QTest::newRow("a curve for RSA")
            << ecdsa << rsaPem << QByteArray("ecdsa_public_key: is not a key of a curve");
        QTest::newRow("small RSA") << rsa << QByteArray::fromStdString(SigningKey::rsa(1024).publicPem())
                                   << QByteArray("2048");
        QTest::newRow("no PEM") << rsa << QByteArray("key") << QByteArray("is no public key");
        QTest::newRow("no set") << jwks << QByteArray("{}") << QByteArray("is no JWK set");
    }
    void keyFilesAreChecked() {
        QFETCH(const QString, variable);
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, says);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"key"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const auto outcome = run({u"check-config"_s}, {{variable, file.fileName()}});
        QCOMPARE(outcome.exitCode, says.isEmpty() ? 0 : 78);
        QVERIFY2(outcome.errors.contains(says), outcome.errors);
        const auto missing = run({u"check-config"_s}, {{variable, folder.filePath(u"none"_s)}});
        QCOMPARE(missing.exitCode, 78);
        QVERIFY2(missing.errors.contains("No such file"), missing.errors);
    }
};

QTEST_GUILESS_MAIN(TokenCliTest)
#include "TokenCliTest.moc"
