#include "auth/TokenVerifier.h"
#include "support/SigningKey.h"

#include <QTest>

#include <string>
#include <vector>

using namespace chinwag;
using auth::TokenClaims;
using auth::TokenError;
using auth::TokenUse;
using auth::TokenVerifier;
using namespace std::chrono_literals;

namespace {

// 2023-11-14T22:13:20Z; every time is passed in.
constexpr std::int64_t nowSeconds = 1'700'000'000;
const TokenVerifier::Time now{std::chrono::seconds(nowSeconds)};
constexpr const char* secretBytes = "a secret of at least thirty-two bytes";

std::string at(double offset) {
    return QByteArray::number(static_cast<double>(nowSeconds) + offset, 'f', 3).toStdString();
}

auth::TokenRules rules(const std::string& audience = {}, const std::string& issuer = {}) {
    return {false, auth::TokenKeys({std::get<auth::TokenKey>(auth::TokenKey::fromSecret(secretBytes))}),
            audience, issuer, 5s};
}

std::string token(const std::string& claims) {
    return test::makeToken(test::SigningKey::secret(secretBytes), "HS256", claims);
}

enum class Outcome { Right, Expired, Invalid };

Outcome outcome(const auth::VerifiedToken& verified) {
    const auto* const error = std::get_if<TokenError>(&verified);
    if (error == nullptr)
        return Outcome::Right;
    return error->kind == TokenError::Kind::Expired ? Outcome::Expired : Outcome::Invalid;
}

Outcome outcome(const std::string& claims) {
    return outcome(TokenVerifier(rules()).verify(token(claims), now));
}

} // namespace

Q_DECLARE_METATYPE(Outcome)

class TokenClaimsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allOfThem() {
        const auto verified = TokenVerifier(rules()).verify(
            token(
                R"({"sub":"anna","jti":"t1","iat":)" + at(-10) + R"(,"exp":)" + at(60) +
                R"(,"info":{ "name" : "Änna", "n": [1, 2.5, null] },"channel":"chat:lobby",)"
                R"("channels":["a","b"],"subs":{"c":{"b64info":""},"d":{"info":1,"b64info":"eyJzZWF0Ijo3fQ==","data":[ 1 ]}},)"
                R"("client":"c1","data":{"a":null}})"),
            now, TokenUse::Subscription);
        QVERIFY(std::holds_alternative<TokenClaims>(verified));
        const auto& claims = std::get<TokenClaims>(verified);
        QCOMPARE(claims.user, std::string("anna"));
        QCOMPARE(claims.id, std::string("t1"));
        QVERIFY(claims.issuedAt == now - 10s);
        QVERIFY(claims.expiresAt == now + 60s);
        QVERIFY(claims.validUntil == now + 65s);
        QCOMPARE(claims.info, std::string(R"({"name":"Änna","n":[1,2.5,null]})"));
        QCOMPARE(claims.channel, std::string("chat:lobby"));
        QVERIFY(claims.channels == std::vector<std::string>({"a", "b"}));
        QCOMPARE(claims.subs.size(), std::size_t(2));
        QVERIFY(claims.subs.at("c").info.empty() && claims.subs.at("c").data.empty());
        QCOMPARE(claims.subs.at("d").info, std::string(R"({"seat":7})"));
        QCOMPARE(claims.subs.at("d").data, std::string("[1]"));
        QCOMPARE(claims.client, std::string("c1"));
        QCOMPARE(claims.data, std::string(R"({"a":null})"));
    }

    void noneOfThem() {
        const auto verified = TokenVerifier(rules()).verify(token("{}"), now);
        QVERIFY(std::holds_alternative<TokenClaims>(verified));
        const auto& claims = std::get<TokenClaims>(verified);
        QVERIFY(claims.user.empty() && claims.id.empty() && claims.info.empty() && claims.channel.empty());
        QVERIFY(claims.channels.empty() && claims.subs.empty());
        QVERIFY(!claims.issuedAt && !claims.expiresAt && !claims.validUntil);
    }

    // The leeway is five seconds.
    void times_data() {
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<Outcome>("wanted");
        const auto row = [](const std::string& claims, Outcome wanted) {
            QTest::newRow(claims.c_str()) << QByteArray::fromStdString(claims) << wanted;
        };
        const auto claim = [](const char* name, const std::string& value) {
            return std::string("{\"") + name + "\":" + value + "}";
        };
        row(claim("exp", at(1)), Outcome::Right);
        row(claim("exp", at(0)), Outcome::Right);
        row(claim("exp", at(-4.999)), Outcome::Right);
        row(claim("exp", at(-5)), Outcome::Expired);
        row(claim("exp", at(-5.001)), Outcome::Expired);
        row(claim("exp", "0"), Outcome::Expired);
        row(claim("exp", "-1"), Outcome::Expired);
        row(claim("exp", "-1e308"), Outcome::Expired);
        row(claim("exp", "1e308"), Outcome::Right);
        row(claim("exp", "18446744073709551615"), Outcome::Right);
        row(claim("exp", "1e309"), Outcome::Invalid);
        row(claim("exp", "null"), Outcome::Invalid);
        row(claim("exp", "\"" + at(60) + "\""), Outcome::Invalid);
        row(claim("exp", "true"), Outcome::Invalid);
        row(claim("nbf", at(5)), Outcome::Right);
        row(claim("nbf", at(5.001)), Outcome::Invalid);
        row(claim("nbf", "1e308"), Outcome::Invalid);
        row(claim("nbf", "\"0\""), Outcome::Invalid);
        row(claim("iat", at(5)), Outcome::Right);
        row(claim("iat", at(5.001)), Outcome::Invalid);
        row(claim("iat", "[]"), Outcome::Invalid);
        row(claim("expire_at", at(1)), Outcome::Right);
        row(R"({"channels":null,"subs":null,"channel":null,"client":null,"b64info":null})", Outcome::Right);
        row(claim("expire_at", "0"), Outcome::Right);
        row(claim("expire_at", "-1"), Outcome::Right);
        row(claim("expire_at", at(-5)), Outcome::Expired);
        row(claim("expire_at", "\"0\""), Outcome::Invalid);
        row(R"({"exp":)" + at(-60) + R"(,"expire_at":0})", Outcome::Expired);
        row(R"({"exp":)" + at(-60) + R"(,"expire_at":)" + at(60) + "}", Outcome::Expired);
        row(R"({"exp":)" + at(-60) + R"(,"nbf":)" + at(60) + "}", Outcome::Invalid);
        row(R"({"exp":)" + at(-60) + R"(,"sub":7})", Outcome::Invalid);
    }
    void times() {
        QFETCH(const QByteArray, claims);
        QFETCH(const Outcome, wanted);
        QVERIFY(outcome(claims.toStdString()) == wanted);
    }

    // What a token is for may outlast the token, or end before it.
    void expireAtIsTheEnd() {
        const auto endOf = [](const std::string& expireAt) {
            const auto verified = TokenVerifier(rules()).verify(
                token(R"({"exp":)" + at(60) + R"(,"expire_at":)" + expireAt + "}"), now);
            return std::get<TokenClaims>(verified);
        };
        QVERIFY(endOf(at(600)).expiresAt == now + 600s);
        QVERIFY(endOf(at(600)).validUntil == now + 605s);
        QVERIFY(endOf(at(6)).expiresAt == now + 6s);
        QVERIFY(!endOf("0").expiresAt && !endOf("0").validUntil);
    }

    void whatIsInBase64IsJson_data() {
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<QByteArray>("info"); // null: the token is no good
        QTest::newRow("JSON") << QByteArray(R"({"b64info":"eyJhIjogMX0="})") << QByteArray(R"({"a":1})");
        QTest::newRow("empty") << QByteArray(R"({"info":2,"b64info":""})") << QByteArray("2");
        QTest::newRow("no JSON") << QByteArray(R"({"b64info":"aGk="})") << QByteArray();
        QTest::newRow("no base64") << QByteArray(R"({"b64info":"eyJ!"})") << QByteArray();
        QTest::newRow("not padded") << QByteArray(R"({"b64info":"e30"})") << QByteArray();
        QTest::newRow("no text") << QByteArray(R"({"b64info":1})") << QByteArray();
        QTest::newRow("of a subscription")
            << QByteArray(R"({"subs":{"a":{"b64data":"aGk="}}})") << QByteArray();
    }
    void whatIsInBase64IsJson() {
        QFETCH(const QByteArray, claims);
        QFETCH(const QByteArray, info);
        const auto verified = TokenVerifier(rules()).verify(token(claims.toStdString()), now);
        const auto* const right = std::get_if<TokenClaims>(&verified);
        QCOMPARE(right == nullptr, info.isNull());
        if (right != nullptr)
            QCOMPARE(right->info, info.toStdString());
    }

    // A token is right for as long as it says, and not a tick longer.
    void validUntilIsWhenItExpires() {
        const TokenVerifier verifier(rules());
        const auto one = token(R"({"exp":)" + at(60.5) + "}");
        const auto until = *std::get<TokenClaims>(verifier.verify(one, now)).validUntil;
        QVERIFY(until == now + 65s + 500ms);
        QVERIFY(outcome(verifier.verify(one, until - 1ns)) == Outcome::Right);
        QVERIFY(outcome(verifier.verify(one, until)) == Outcome::Expired);
    }

    void audience_data() {
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("none") << QByteArray("{}") << false;
        QTest::newRow("the one") << QByteArray(R"({"aud":"chat"})") << true;
        QTest::newRow("another") << QByteArray(R"({"aud":"chats"})") << false;
        QTest::newRow("other case") << QByteArray(R"({"aud":"Chat"})") << false;
        QTest::newRow("one of some") << QByteArray(R"({"aud":["mail","chat"]})") << true;
        QTest::newRow("none of some") << QByteArray(R"({"aud":["mail","news"]})") << false;
        QTest::newRow("none of none") << QByteArray(R"({"aud":[]})") << false;
        QTest::newRow("nested") << QByteArray(R"({"aud":[["chat"]]})") << false;
        QTest::newRow("other type") << QByteArray(R"({"aud":{"chat":"chat"}})") << false;
        QTest::newRow("null") << QByteArray(R"({"aud":null})") << false;
    }
    void audience() {
        QFETCH(const QByteArray, claims);
        QFETCH(const bool, isRight);
        const auto one = token(claims.toStdString());
        QCOMPARE(outcome(TokenVerifier(rules("chat")).verify(one, now)) == Outcome::Right, isRight);
        QVERIFY(outcome(TokenVerifier(rules()).verify(one, now)) == Outcome::Right);
    }

    void issuer() {
        const TokenVerifier verifier(rules({}, "shop"));
        QVERIFY(outcome(verifier.verify(token(R"({"iss":"shop"})"), now)) == Outcome::Right);
        for (const char* claims : {"{}", R"({"iss":"shops"})", R"({"iss":["shop"]})", R"({"iss":null})"})
            QVERIFY2(outcome(verifier.verify(token(claims), now)) == Outcome::Invalid, claims);
    }

    void claimsOfAnotherForm_data() {
        QTest::addColumn<QByteArray>("claims");
        const std::string longest(TokenVerifier::maxNameBytes, 'x');
        QVERIFY(outcome("{\"sub\":\"" + longest + "\"}") == Outcome::Right);
        for (const auto& claims : {std::string(),
                                   std::string("[]"),
                                   std::string("null"),
                                   std::string("{"),
                                   std::string("{}{}"),
                                   std::string(R"({"sub":"a","sub":"b"})"),
                                   std::string(R"({"sub":"a","s\u0075b":"b"})"),
                                   std::string(R"({"info":{"a":1,"a":2}})"),
                                   std::string(R"({"info":[{"a":1,"a":2}]})"),
                                   std::string(R"({"sub":7})"),
                                   std::string(R"({"sub":null})"),
                                   std::string(R"({"sub":"a\u0000b"})"),
                                   std::string(R"({"sub":"a\nb"})"),
                                   "{\"sub\":\"" + longest + "x\"}",
                                   std::string(R"({"jti":7})"),
                                   std::string(R"({"jti":"\u007f"})"),
                                   std::string(R"({"channel":7})"),
                                   std::string(R"({"channels":"a"})"),
                                   std::string(R"({"channels":["a",7]})"),
                                   std::string(R"({"subs":["a"]})"),
                                   std::string(R"({"subs":{"a":true}})"),
                                   std::string(R"({"override":true})"),
                                   std::string(R"({"override":{"presence":true}})"),
                                   std::string(R"({"subs":{"a":{"override":[]}}})"),
                                   R"({"info":)" + std::string(100, '[') + std::string(100, ']') + "}"})
            QTest::newRow(claims.substr(0, 60).c_str()) << QByteArray::fromStdString(claims);
    }
    void claimsOfAnotherForm() {
        QFETCH(const QByteArray, claims);
        QVERIFY(outcome(claims.toStdString()) == Outcome::Invalid);
    }

    void channelsMayBeOverridden() {
        const auto verified = TokenVerifier(rules()).verify(
            token(R"({"channel":"a","override":{"presence":{"value":false}},)"
                  R"("subs":{"b":{"override":{"force_recovery":{"value":true}}},"c":{"override":null}}})"),
            now, TokenUse::Subscription);
        QVERIFY(std::holds_alternative<TokenClaims>(verified));
        const auto& claims = std::get<TokenClaims>(verified);
        QVERIFY(claims.overrides == (protocol::ChannelOverrides{false, {}, {}, {}, {}}));
        QVERIFY(claims.subs.at("b").overrides == (protocol::ChannelOverrides{{}, {}, {}, true, {}}));
        QVERIFY(claims.subs.at("c").overrides == protocol::ChannelOverrides());
    }

    void infoIsAnyJson() {
        const TokenVerifier verifier(rules());
        for (const std::string& info :
             std::vector<std::string>{"null", "7", "-0.5", "\"text\"", "[1,{}]", "true", "\"\\\"\\\\\\n\"",
                                      "9007199254740993", "\"\xf0\x9f\x98\x80\""}) {
            const auto verified = verifier.verify(token(R"({"info":)" + info + "}"), now);
            QVERIFY2(std::holds_alternative<TokenClaims>(verified), info.c_str());
            QCOMPARE(std::get<TokenClaims>(verified).info, info);
        }
    }

    void revokedTokens() {
        TokenVerifier verifier(rules());
        const auto one = token(R"({"sub":"anna","jti":"1"})");
        const auto two = token(R"({"sub":"anna","jti":"2"})");
        verifier.revocations().revokeToken("1", now + 60s, now);
        QVERIFY(outcome(verifier.verify(one, now)) == Outcome::Invalid);
        QVERIFY(outcome(verifier.verify(two, now)) == Outcome::Right);
        QVERIFY(outcome(verifier.verify(one, now + 60s)) == Outcome::Right); // as long as it was to be
    }

    void revokedUsers() {
        TokenVerifier verifier(rules());
        const auto issued = [](const std::string& user, double offset) {
            return token("{\"sub\":\"" + user + "\",\"iat\":" + at(offset) + "}");
        };
        verifier.revocations().revokeUser("anna", now + 1h, now);
        QVERIFY(outcome(verifier.verify(issued("anna", -60), now)) == Outcome::Invalid);
        QVERIFY(outcome(verifier.verify(issued("anna", 0), now)) == Outcome::Invalid);
        QVERIFY(outcome(verifier.verify(issued("anna", 1), now)) == Outcome::Right);
        QVERIFY(outcome(verifier.verify(token(R"({"sub":"anna"})"), now)) == Outcome::Invalid);
        QVERIFY(outcome(verifier.verify(issued("bert", -60), now)) == Outcome::Right);
        QVERIFY(outcome(verifier.verify(token("{}"), now)) == Outcome::Right);
        // A second time takes nothing back.
        verifier.revocations().revokeUser("anna", now + 1min, now + 10s);
        QVERIFY(outcome(verifier.verify(issued("anna", 1), now + 10s)) == Outcome::Invalid);
        QVERIFY(outcome(verifier.verify(issued("anna", -60), now + 59min)) == Outcome::Invalid);
        QVERIFY(outcome(verifier.verify(issued("anna", -60), now + 1h)) == Outcome::Right);
    }
};

QTEST_APPLESS_MAIN(TokenClaimsTest)
#include "TokenClaimsTest.moc"
