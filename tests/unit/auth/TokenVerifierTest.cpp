#include "auth/TokenVerifier.h"
#include "support/SigningKey.h"

#include <QTest>

#include <array>
#include <string>
#include <vector>

using namespace chinwag;
using auth::TokenError;
using auth::TokenKey;
using auth::TokenVerifier;
using test::makeToken;
using test::SigningKey;
using namespace std::chrono_literals;

namespace {

using Kind = TokenError::Kind;

// 2023-11-14T22:13:20Z; every time is passed in.
constexpr std::int64_t nowSeconds = 1'700'000'000;
const TokenVerifier::Time now{std::chrono::seconds(nowSeconds)};
constexpr const char* secretBytes = "a secret of at least thirty-two bytes";

std::string at(std::int64_t offset) {
    return std::to_string(nowSeconds + offset);
}

TokenKey keyOf(const SigningKey& key) {
    return std::get<TokenKey>(TokenKey::fromPem(key.publicPem()));
}

auth::TokenRules secretRules() {
    return {false, auth::TokenKeys({std::get<TokenKey>(TokenKey::fromSecret(secretBytes))}), {}, {}, 5s};
}

// "" for a token that is right, otherwise what is wrong with it.
std::string faultOf(const auth::VerifiedToken& verified) {
    const auto* const error = std::get_if<TokenError>(&verified);
    return error == nullptr ? std::string() : error->text;
}

bool isExpired(const auth::VerifiedToken& verified) {
    const auto* const error = std::get_if<TokenError>(&verified);
    return error != nullptr && error->kind == Kind::Expired;
}

} // namespace

class TokenVerifierTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAlgorithm() {
        const std::array<std::pair<std::vector<std::string>, SigningKey>, 4> signers{
            {{{"RS256", "RS384", "RS512"}, SigningKey::rsa(2048)},
             {{"ES256"}, SigningKey::ec("P-256")},
             {{"ES384"}, SigningKey::ec("P-384")},
             {{"ES512"}, SigningKey::ec("P-521")}}};
        auto rules = secretRules();
        std::vector<TokenKey> keys{std::get<TokenKey>(TokenKey::fromSecret(secretBytes))};
        for (const auto& [names, key] : signers)
            keys.push_back(keyOf(key));
        rules.keys = auth::TokenKeys(keys);
        const TokenVerifier verifier(rules);
        for (const char* algorithm : {"HS256", "HS384", "HS512"})
            QCOMPARE(faultOf(verifier.verify(makeToken(secret_, algorithm, R"({"sub":"anna"})"), now)),
                     std::string());
        for (const auto& [names, key] : signers) {
            for (const auto& algorithm : names)
                QCOMPARE(faultOf(verifier.verify(makeToken(key, algorithm, R"({"sub":"anna"})"), now)),
                         std::string());
        }
    }

    // The classic: the public key, which everybody has, taken for a secret.
    void aPublicKeyIsNoSecret() {
        const auto rsa = SigningKey::rsa(2048);
        const auto ec = SigningKey::ec("P-256");
        for (const auto* const key : {&rsa, &ec}) {
            const TokenVerifier verifier({false, auth::TokenKeys({keyOf(*key)}), {}, {}, 5s});
            auto pem = key->publicPem();
            const auto withoutEnd = pem.substr(0, pem.size() - 1);
            for (const auto& bytes : {pem, withoutEnd, key->jwk()}) {
                for (const char* algorithm : {"HS256", "HS384", "HS512"})
                    QVERIFY(
                        !faultOf(verifier.verify(makeToken(SigningKey::secret(bytes), algorithm, "{}"), now))
                             .empty());
            }
        }
    }

    void unsignedTokens() {
        const TokenVerifier verifier(secretRules());
        for (const char* name : {"none", "None", "NONE", "nOnE", "", " none", "hs256", "HS256 "}) {
            const auto text = test::base64Url("{\"alg\":\"" + std::string(name) + "\"}") + '.' +
                              test::base64Url(R"({"sub":"anna"})");
            for (const auto& token : {text + '.', text, text + ".AAAA",
                                      text + '.' + test::base64Url(secret_.sign(256, text).toStdString())})
                QVERIFY2(!faultOf(verifier.verify(token, now)).empty(), token.c_str());
        }
    }

    void anotherCurve() {
        const auto p256 = SigningKey::ec("P-256");
        const auto p384 = SigningKey::ec("P-384");
        const TokenVerifier verifier({false, auth::TokenKeys({keyOf(p384)}), {}, {}, 5s});
        QVERIFY(faultOf(verifier.verify(makeToken(p384, 384, R"({"alg":"ES384"})", "{}"), now)).empty());
        QVERIFY(!faultOf(verifier.verify(makeToken(p384, 256, R"({"alg":"ES256"})", "{}"), now)).empty());
        QVERIFY(!faultOf(verifier.verify(makeToken(p384, 512, R"({"alg":"ES512"})", "{}"), now)).empty());
        QVERIFY(!faultOf(verifier.verify(makeToken(p256, 256, R"({"alg":"ES256"})", "{}"), now)).empty());
        QVERIFY(!faultOf(verifier.verify(makeToken(p256, 384, R"({"alg":"ES384"})", "{}"), now)).empty());
    }

    void headersThatAreRefused_data() {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("none") << QByteArray("");
        QTest::newRow("no JSON") << QByteArray("HS256");
        QTest::newRow("a list") << QByteArray(R"(["HS256"])");
        QTest::newRow("no algorithm") << QByteArray(R"({"typ":"JWT"})");
        QTest::newRow("algorithm of another type") << QByteArray(R"({"alg":256})");
        QTest::newRow("algorithm twice") << QByteArray(R"({"alg":"HS256","alg":"HS256"})");
        QTest::newRow("algorithm twice, escaped") << QByteArray(R"({"alg":"HS256","\u0061lg":"none"})");
        QTest::newRow("critical extension") << QByteArray(R"({"alg":"HS256","crit":["b64"],"b64":false})");
        QTest::newRow("empty crit") << QByteArray(R"({"alg":"HS256","crit":[]})");
        QTest::newRow("key id of another type") << QByteArray(R"({"alg":"HS256","kid":7})");
        QTest::newRow("more behind it") << QByteArray(R"({"alg":"HS256"}{})");
        QTest::newRow("zero byte behind it") << QByteArray("{\"alg\":\"HS256\"}\0{", 17);
        QTest::newRow("no UTF-8") << QByteArray("{\"alg\":\"HS256\",\"x\":\"\xff\"}");
        QTest::newRow("half a surrogate") << QByteArray(R"({"alg":"HS256","x":"\ud800"})");
        QTest::newRow("deep") << QByteArray(R"({"alg":"HS256","x":)") + QByteArray(1'000, '[') +
                                     QByteArray(1'000, ']') + '}';
    }
    void headersThatAreRefused() {
        QFETCH(const QByteArray, header);
        const TokenVerifier verifier(secretRules());
        const auto token = makeToken(secret_, 256, header.toStdString(), R"({"sub":"anna"})");
        QVERIFY(!faultOf(verifier.verify(token, now)).empty());
    }

    void headersThatDoNotMatter() {
        const TokenVerifier verifier(secretRules());
        for (const char* header :
             {R"({"alg":"HS256"})", R"({"alg":"HS256","typ":"at+jwt"})", R"( { "alg" : "HS256" } )",
              R"({"alg":"HS256","jwk":{"kty":"oct","k":"AAAA"},"jku":"https://example.org"})",
              R"({"alg":"HS256","kid":"one"})"})
            QCOMPARE(faultOf(verifier.verify(makeToken(secret_, 256, header, "{}"), now)), std::string());
    }

    void everyByteCounts() {
        const TokenVerifier verifier(secretRules());
        const auto token = makeToken(secret_, "HS256", R"({"sub":"anna","exp":)" + at(60) + "}");
        QCOMPARE(faultOf(verifier.verify(token, now)), std::string());
        for (std::size_t i = 0; i < token.size(); ++i) {
            auto changed = token;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QVERIFY2(!faultOf(verifier.verify(changed, now)).empty(), changed.c_str());
            QVERIFY2(!faultOf(verifier.verify(token.substr(0, i), now)).empty(), "cut");
            changed = token;
            changed.insert(i, 1, '=');
            QVERIFY2(!faultOf(verifier.verify(changed, now)).empty(), changed.c_str());
        }
    }

    // Bits that base64 leaves over would make two texts of one token.
    void everyTokenHasOneText() {
        const TokenVerifier verifier(secretRules());
        const auto token = makeToken(secret_, "HS256", R"({"sub":"anna"})"); // 32 bytes: two bits left over
        static const std::string alphabet =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int right = 0;
        for (const char last : alphabet) {
            auto other = token;
            other.back() = last;
            right += faultOf(verifier.verify(other, now)).empty() ? 1 : 0;
        }
        QCOMPARE(right, 1);
        for (const auto& other : {token + "=", token + "\n", " " + token, token + ".", "." + token,
                                  token + ".AAAA", token + '\0', "Bearer " + token})
            QVERIFY2(!faultOf(verifier.verify(other, now)).empty(), other.c_str());
    }

    void size() {
        const TokenVerifier verifier(secretRules());
        const auto ofSize = [this](std::size_t padding) {
            return makeToken(secret_, "HS256", R"({"info":")" + std::string(padding, 'x') + R"("})");
        };
        std::size_t padding = 5'000;
        while (ofSize(padding + 1).size() <= TokenVerifier::maxTokenBytes)
            ++padding;
        QCOMPARE(faultOf(verifier.verify(ofSize(padding), now)), std::string());
        QVERIFY(!faultOf(verifier.verify(ofSize(padding + 1), now)).empty());
        QVERIFY(!faultOf(verifier.verify(std::string(8'000'000, '.'), now)).empty());
        QVERIFY(!faultOf(verifier.verify({}, now)).empty());
    }

    void keyIds() {
        const auto other = SigningKey::secret("another secret of some thirty-two bytes");
        const auto parsed = auth::parseKeySet(R"({"keys":[)" + secret_.jwk(R"(,"kid":"one")") + ',' +
                                              other.jwk(R"(,"kid":"two")") + "]}");
        const TokenVerifier verifier(
            {false, auth::TokenKeys(std::get<std::vector<TokenKey>>(parsed)), {}, {}, 5s});
        const auto fault = [&verifier](const SigningKey& key, const char* header) {
            return faultOf(verifier.verify(makeToken(key, 256, header, "{}"), now));
        };
        QCOMPARE(fault(secret_, R"({"alg":"HS256","kid":"one"})"), std::string());
        QCOMPARE(fault(other, R"({"alg":"HS256","kid":"two"})"), std::string());
        QCOMPARE(fault(other, R"({"alg":"HS256"})"), std::string());
        QVERIFY(!fault(other, R"({"alg":"HS256","kid":"one"})").empty());
        QVERIFY(!fault(other, R"({"alg":"HS256","kid":"three"})").empty());
    }

    void withoutKeysNothingIsRight() {
        const TokenVerifier verifier({});
        QVERIFY(!verifier.hasKeys());
        QVERIFY(!faultOf(verifier.verify(makeToken(secret_, "HS256", "{}"), now)).empty());
        QVERIFY(!faultOf(verifier.verify(makeToken(SigningKey::secret({}), "HS256", "{}"), now)).empty());
    }

    void newRulesHoldAtOnce() {
        TokenVerifier verifier(secretRules());
        const auto other = SigningKey::secret("another secret of some thirty-two bytes");
        const auto before = makeToken(secret_, "HS256", "{}");
        const auto after = makeToken(other, "HS256", "{}");
        QVERIFY(faultOf(verifier.verify(before, now)).empty());
        QVERIFY(!faultOf(verifier.verify(after, now)).empty());
        auto parsed = auth::parseKeySet(R"({"keys":[)" + other.jwk() + "]}");
        verifier.setRules({false, auth::TokenKeys(std::get<std::vector<TokenKey>>(parsed)), {}, {}, 5s});
        QVERIFY(!faultOf(verifier.verify(before, now)).empty());
        QVERIFY(faultOf(verifier.verify(after, now)).empty());
    }

    // What is not signed must not tell its claims: not even that its time is over.
    void aForgedTokenIsNotCalledExpired() {
        const TokenVerifier verifier(secretRules());
        const auto forged =
            makeToken(SigningKey::secret(std::string(32, 'x')), "HS256", R"({"exp":)" + at(-1'000) + "}");
        QVERIFY(!faultOf(verifier.verify(forged, now)).empty());
        QVERIFY(!isExpired(verifier.verify(forged, now)));
    }

private:
    const SigningKey secret_ = SigningKey::secret(secretBytes);
};

QTEST_APPLESS_MAIN(TokenVerifierTest)
#include "TokenVerifierTest.moc"
