#include "auth/TokenKeys.h"
#include "support/SigningKey.h"

#include <QTest>

#include <array>
#include <map>
#include <string>
#include <vector>

using namespace chinwag;
using auth::TokenAlgorithm;
using auth::TokenKey;
using auth::TokenKeys;
using test::SigningKey;

namespace {

constexpr std::string_view text = "what is signed";
constexpr const char* secretBytes = "a secret of at least thirty-two bytes";

struct Algorithm {
    const char* name;
    TokenAlgorithm algorithm;
    int bits;
    const char* family;
};
constexpr std::array<Algorithm, 9> algorithms{{{"HS256", TokenAlgorithm::HS256, 256, "secret"},
                                               {"HS384", TokenAlgorithm::HS384, 384, "secret"},
                                               {"HS512", TokenAlgorithm::HS512, 512, "secret"},
                                               {"RS256", TokenAlgorithm::RS256, 256, "rsa"},
                                               {"RS384", TokenAlgorithm::RS384, 384, "rsa"},
                                               {"RS512", TokenAlgorithm::RS512, 512, "rsa"},
                                               {"ES256", TokenAlgorithm::ES256, 256, "P-256"},
                                               {"ES384", TokenAlgorithm::ES384, 384, "P-384"},
                                               {"ES512", TokenAlgorithm::ES512, 512, "P-521"}}};

std::string keySet(const std::vector<std::string>& keys) {
    std::string list;
    for (const auto& key : keys)
        list += (list.empty() ? "" : ",") + key;
    return R"({"keys":[)" + list + "]}";
}

std::string faultOf(const std::variant<std::vector<TokenKey>, std::string>& parsed) {
    const auto* const fault = std::get_if<std::string>(&parsed);
    return fault == nullptr ? std::string() : *fault;
}

} // namespace

class TokenKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        keys_ = {{"secret", SigningKey::secret(secretBytes)},
                 {"rsa", SigningKey::rsa(2048)},
                 {"P-256", SigningKey::ec("P-256")},
                 {"P-384", SigningKey::ec("P-384")},
                 {"P-521", SigningKey::ec("P-521")}};
    }

    void algorithmsHaveExactNames() {
        for (const auto& one : algorithms) {
            QCOMPARE(auth::name(one.algorithm), std::string_view(one.name));
            QVERIFY(auth::tokenAlgorithm(one.name) == one.algorithm);
        }
        for (const char* other : {"none", "None", "NONE", "nOnE", "", "hs256", "HS", "HS256 ", "PS256",
                                  "EdDSA", "ES256K", "HS1", "RS256\n"})
            QVERIFY2(!auth::tokenAlgorithm(other), other);
    }

    // Every key against what every other has signed.
    void aKeyVerifiesWhatItHasSignedAndNothingElse() {
        for (const auto& signer : algorithms) {
            const auto signature = keys_.at(signer.family).sign(signer.bits, text).toStdString();
            for (const auto& [family, key] : keys_) {
                const auto verifier = publicHalf(family);
                for (const auto& one : algorithms) {
                    const bool same = family == signer.family && one.algorithm == signer.algorithm;
                    QVERIFY2(verifier.verify(one.algorithm, text, signature) == same,
                             (std::string(signer.name) + " by " + family + " as " + one.name).c_str());
                }
                QVERIFY(!verifier.verify(signer.algorithm, "something else", signature));
            }
        }
    }

    void signaturesThatAreNotWhole() {
        for (const auto& one : algorithms) {
            const auto key = publicHalf(one.family);
            const auto right = keys_.at(one.family).sign(one.bits, text).toStdString();
            auto changed = right;
            changed.back() = static_cast<char>(changed.back() ^ 1);
            const auto half = right.size() / 2;
            for (const auto& wrong :
                 {std::string(), right.substr(1), right.substr(0, right.size() - 1), right + '\0',
                  '\0' + right, changed, std::string(right.size(), '\0'), std::string(right.size(), '\xff'),
                  right.substr(0, half), right.substr(half) + right.substr(0, half)})
                QVERIFY2(!key.verify(one.algorithm, text, wrong), one.name);
            QVERIFY2(key.verify(one.algorithm, text, right), one.name);
        }
    }

    // OpenSSL's own form of an ECDSA signature is none of a token.
    void derIsNoSignature() {
        const auto key = publicHalf("P-256");
        const auto right = keys_.at("P-256").sign(256, text).toStdString();
        const auto der =
            std::string("\x30\x44\x02\x20", 4) + right.substr(0, 32) + "\x02\x20" + right.substr(32);
        QVERIFY(!key.verify(TokenAlgorithm::ES256, text, der));
    }

    void keysAreJudged() {
        QVERIFY(std::holds_alternative<TokenKey>(TokenKey::fromSecret(std::string(32, 'x'))));
        QVERIFY(std::holds_alternative<std::string>(TokenKey::fromSecret(std::string(31, 'x'))));
        const auto small = TokenKey::fromPem(SigningKey::rsa(1024).publicPem());
        QVERIFY(std::get<std::string>(small).find("2048") != std::string::npos);
        for (const char* curve : {"secp256k1", "P-224", "brainpoolP256r1"})
            QVERIFY2(
                std::holds_alternative<std::string>(TokenKey::fromPem(SigningKey::ec(curve).publicPem())),
                curve);
        for (const char* none :
             {"", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", "secret"})
            QCOMPARE(std::get<std::string>(TokenKey::fromPem(none)), std::string("is no public key"));
    }

    void keySetsHoldTheSameKeys() {
        std::vector<std::string> list;
        for (const auto& [family, key] : keys_)
            list.push_back(key.jwk(R"(,"kid":")" + family + R"(","use":"sig")"));
        const auto parsed = auth::parseKeySet(keySet(list));
        QVERIFY2(faultOf(parsed).empty(), faultOf(parsed).c_str());
        const TokenKeys set(std::get<std::vector<TokenKey>>(parsed));
        QCOMPARE(set.size(), keys_.size());
        for (const auto& one : algorithms) {
            const auto signature = keys_.at(one.family).sign(one.bits, text).toStdString();
            QVERIFY2(set.verify(one.algorithm, one.family, text, signature), one.name);
            QVERIFY2(set.verify(one.algorithm, {}, text, signature), one.name); // all are tried
            QVERIFY2(!set.verify(one.algorithm, "another", text, signature), one.name);
        }
    }

    void aKeyWithAnAlgorithmIsForThatAlone() {
        const auto parsed = auth::parseKeySet(keySet({keys_.at("rsa").jwk(R"(,"alg":"RS384")")}));
        const TokenKeys set(std::get<std::vector<TokenKey>>(parsed));
        const auto& key = keys_.at("rsa");
        QVERIFY(set.verify(TokenAlgorithm::RS384, {}, text, key.sign(384, text).toStdString()));
        QVERIFY(!set.verify(TokenAlgorithm::RS256, {}, text, key.sign(256, text).toStdString()));
    }

    void whatIsNotForTokensIsLeftOut() {
        const auto good = keys_.at("P-256").jwk();
        for (const auto& other :
             {keys_.at("rsa").jwk(R"(,"use":"enc")"), keys_.at("rsa").jwk(R"(,"alg":"RSA-OAEP")"),
              keys_.at("rsa").jwk(R"(,"key_ops":["encrypt"])"),
              std::string(R"({"kty":"OKP","crv":"Ed25519","x":"AAAA"})"),
              std::string(R"({"kty":"EC","crv":"secp256k1","x":"AAAA","y":"AAAA"})"), std::string("{}"),
              SigningKey::rsa(1024).jwk(), SigningKey::secret("short").jwk(),
              std::string(R"({"kty":"RSA","x5c":["AAAA"],"e":"AQAB"})"), std::string("7")}) {
            const auto parsed = auth::parseKeySet(keySet({other, good}));
            QVERIFY2(faultOf(parsed).empty(), other.c_str());
            QCOMPARE(std::get<std::vector<TokenKey>>(parsed).size(), std::size_t(1));
            QVERIFY2(!faultOf(auth::parseKeySet(keySet({other}))).empty(), other.c_str());
        }
    }

    void keySetsThatAreWrong_data() {
        QTest::addColumn<QByteArray>("json");
        const auto p256 = keys_.at("P-256").jwk();
        const auto row = [](const char* name, const std::string& json) {
            QTest::newRow(name) << QByteArray::fromStdString(json);
        };
        row("empty", "");
        row("no JSON", "keys");
        row("a list", "[" + p256 + "]");
        row("no list", "{}");
        row("no keys", keySet({}));
        row("list of another type", R"({"keys":{}})");
        row("member twice", R"({"keys":[],"keys":[)" + p256 + "]}");
        row("member of a key twice", keySet({keys_.at("P-256").jwk(R"(,"kty":"EC")")}));
        row("more behind it", keySet({p256}) + "x");
        row("zero byte behind it", keySet({p256}) + '\0' + "x");
        row("short secret", keySet({SigningKey::secret("short").jwk()}));
        row("small RSA", keySet({SigningKey::rsa(1024).jwk()}));
        row("no modulus", keySet({R"({"kty":"RSA","e":"AQAB"})"}));
        row("modulus of another alphabet", keySet({R"({"kty":"RSA","n":"a+/=","e":"AQAB"})"}));
        row("even modulus", keySet({R"({"kty":"RSA","n":")" + test::base64Url(std::string(256, '\xfe')) +
                                    R"(","e":"AQAB"})"}));
        const auto zeros = test::base64Url(std::string(32, '\0'));
        row("point that is not on the curve",
            keySet({R"({"kty":"EC","crv":"P-256","x":")" + zeros + R"(","y":")" + zeros + R"("})"}));
        row("coordinate of another size",
            keySet({R"({"kty":"EC","crv":"P-384","x":")" + zeros + R"(","y":")" + zeros + R"("})"}));
        row("too many", keySet(std::vector<std::string>(65, SigningKey::secret(secretBytes).jwk())));
    }
    void keySetsThatAreWrong() {
        QFETCH(const QByteArray, json);
        QVERIFY(!faultOf(auth::parseKeySet(json.toStdString())).empty());
    }

    void onlySecretsSign() {
        const auto secret = publicHalf("secret");
        const auto signature = secret.sign(TokenAlgorithm::HS256, text);
        QCOMPARE(signature, keys_.at("secret").sign(256, text).toStdString());
        QVERIFY(secret.sign(TokenAlgorithm::RS256, text).empty());
        QVERIFY(publicHalf("rsa").sign(TokenAlgorithm::RS256, text).empty());
        QVERIFY(publicHalf("rsa").sign(TokenAlgorithm::HS256, text).empty());
    }

private:
    TokenKey publicHalf(const std::string& family) const {
        const auto& key = keys_.at(family);
        return std::get<TokenKey>(family == "secret" ? TokenKey::fromSecret(secretBytes)
                                                     : TokenKey::fromPem(key.publicPem()));
    }

    std::map<std::string, SigningKey> keys_;
};

QTEST_APPLESS_MAIN(TokenKeysTest)
#include "TokenKeysTest.moc"
