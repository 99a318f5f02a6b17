#include "support/SigningKey.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <array>

namespace chinwag::test {

namespace {

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

const EVP_MD* digestOf(int bits) {
    return bits == 256 ? EVP_sha256() : bits == 384 ? EVP_sha384() : EVP_sha512();
}

std::string numberText(EVP_PKEY* key, const char* name, int bytes) {
    BIGNUM* number = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &number) != 1)
        qFatal("a key without %s", name);
    std::string out(static_cast<std::size_t>(bytes == 0 ? BN_num_bytes(number) : bytes), '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(out.size()));
    BN_free(number);
    return base64Url(out);
}

int coordinateBytes(EVP_PKEY* key) {
    constexpr int bitsPerByte = 8;
    return (EVP_PKEY_get_bits(key) + bitsPerByte - 1) / bitsPerByte;
}

QByteArray sideBySide(const QByteArray& der, int bytes) {
    const auto* in = reinterpret_cast<const unsigned char*>(der.constData());
    ECDSA_SIG* const pair = d2i_ECDSA_SIG(nullptr, &in, static_cast<long>(der.size()));
    if (pair == nullptr)
        qFatal("OpenSSL has made a signature that it does not read");
    QByteArray out(2 * bytes, '\0');
    auto* const begin = reinterpret_cast<unsigned char*>(out.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(pair), begin, bytes);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair), begin + bytes, bytes);
    ECDSA_SIG_free(pair);
    return out;
}

} // namespace

SigningKey SigningKey::secret(const std::string& bytes) {
    SigningKey key;
    key.secret_ = bytes;
    return key;
}

SigningKey SigningKey::rsa(int bits) {
    SigningKey key;
    key.key_.reset(EVP_RSA_gen(static_cast<unsigned>(bits)), EVP_PKEY_free);
    return key;
}

SigningKey SigningKey::ec(const char* curve) {
    SigningKey key;
    key.key_.reset(EVP_EC_gen(curve), EVP_PKEY_free);
    return key;
}

std::string SigningKey::publicPem() const {
    BIO* const out = BIO_new(BIO_s_mem());
    char* text = nullptr;
    if (PEM_write_bio_PUBKEY(out, key_.get()) != 1)
        qFatal("cannot write a public key");
    const long size = BIO_get_mem_data(out, &text);
    std::string pem(text, static_cast<std::size_t>(size));
    BIO_free(out);
    return pem;
}

std::string SigningKey::jwk(const std::string& more) const {
    if (!key_)
        return R"({"kty":"oct","k":")" + base64Url(secret_) + '"' + more + '}';
    auto* const key = key_.get();
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA)
        return R"({"kty":"RSA","n":")" + numberText(key, OSSL_PKEY_PARAM_RSA_N, 0) + R"(","e":")" +
               numberText(key, OSSL_PKEY_PARAM_RSA_E, 0) + '"' + more + '}';
    const int bytes = coordinateBytes(key);
    return R"({"kty":"EC","crv":"P-)" + std::to_string(EVP_PKEY_get_bits(key)) + R"(","x":")" +
           numberText(key, OSSL_PKEY_PARAM_EC_PUB_X, bytes) + R"(","y":")" +
           numberText(key, OSSL_PKEY_PARAM_EC_PUB_Y, bytes) + '"' + more + '}';
}

QByteArray SigningKey::sign(int bits, std::string_view text) const {
    if (!key_) {
        std::array<unsigned char, EVP_MAX_MD_SIZE> code{};
        unsigned int size = 0;
        HMAC(digestOf(bits), secret_.data(), static_cast<int>(secret_.size()), bytesOf(text), text.size(),
             code.data(), &size);
        return {reinterpret_cast<const char*>(code.data()), static_cast<qsizetype>(size)};
    }
    EVP_MD_CTX* const context = EVP_MD_CTX_new();
    std::size_t size = 0;
    if (EVP_DigestSignInit(context, nullptr, digestOf(bits), nullptr, key_.get()) != 1 ||
        EVP_DigestSign(context, nullptr, &size, bytesOf(text), text.size()) != 1)
        qFatal("OpenSSL does not sign");
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    if (EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size, bytesOf(text),
                       text.size()) != 1)
        qFatal("OpenSSL does not sign");
    EVP_MD_CTX_free(context);
    signature.truncate(static_cast<qsizetype>(size));
    return EVP_PKEY_get_base_id(key_.get()) == EVP_PKEY_EC
               ? sideBySide(signature, coordinateBytes(key_.get()))
               : signature;
}

std::string base64Url(std::string_view bytes) {
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

std::string makeToken(const SigningKey& key, int bits, std::string_view header, std::string_view claims) {
    const auto text = base64Url(header) + '.' + base64Url(claims);
    return text + '.' + base64Url(key.sign(bits, text).toStdString());
}

std::string makeToken(const SigningKey& key, const std::string& algorithm, std::string_view claims) {
    constexpr std::size_t familyLength = 2;
    return makeToken(key, std::stoi(algorithm.substr(familyLength)),
                     R"({"typ":"JWT","alg":")" + algorithm + R"("})", claims);
}

} // namespace chinwag::test
