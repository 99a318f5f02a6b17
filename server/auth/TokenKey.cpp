#include "auth/TokenKey.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

#include <array>
#include <cstdint>
#include <utility>

namespace chinwag::auth {

namespace {

template <auto release>
struct Releaser {
    template <typename T>
    void operator()(T* object) const {
        release(object);
    }
};
template <typename T, auto release>
using Owned = std::unique_ptr<T, Releaser<release>>;

using Number = Owned<BIGNUM, BN_free>;
using Key = std::shared_ptr<EVP_PKEY>;

// What OpenSSL remembers of a failure must not be taken for one of whoever calls it next on this thread.
struct ErrorsForgotten {
    ErrorsForgotten() = default;
    ErrorsForgotten(const ErrorsForgotten&) = delete;
    ErrorsForgotten& operator=(const ErrorsForgotten&) = delete;
    ~ErrorsForgotten() { ERR_clear_error(); }
};

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

const EVP_MD* digestOf(TokenAlgorithm algorithm) {
    switch (algorithm) {
    case TokenAlgorithm::HS256:
    case TokenAlgorithm::RS256:
    case TokenAlgorithm::ES256: return EVP_sha256();
    case TokenAlgorithm::HS384:
    case TokenAlgorithm::RS384:
    case TokenAlgorithm::ES384: return EVP_sha384();
    case TokenAlgorithm::HS512:
    case TokenAlgorithm::RS512:
    case TokenAlgorithm::ES512: return EVP_sha512();
    }
    return EVP_sha512();
}

struct Curve {
    TokenKeyKind kind;
    const char* group;
    std::size_t bytes; // of a coordinate
};
constexpr std::array<Curve, 3> curves{{
    {TokenKeyKind::P256, "prime256v1", 32},
    {TokenKeyKind::P384, "secp384r1", 48},
    {TokenKeyKind::P521, "secp521r1", 66},
}};

const Curve* curveOf(TokenKeyKind kind) {
    for (const auto& curve : curves) {
        if (curve.kind == kind)
            return &curve;
    }
    return nullptr;
}

const Curve* curveOf(EVP_PKEY* key) {
    std::array<char, 64> group{};
    std::size_t length = 0;
    if (EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) != 1)
        return nullptr;
    for (const auto& curve : curves) {
        if (std::string_view(group.data(), length) == curve.group)
            return &curve;
    }
    return nullptr;
}

std::string hmac(TokenAlgorithm algorithm, std::string_view secret, std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> code{};
    unsigned int size = 0;
    if (HMAC(digestOf(algorithm), secret.data(), static_cast<int>(secret.size()), bytesOf(text), text.size(),
             code.data(), &size) == nullptr)
        return {};
    return {reinterpret_cast<const char*>(code.data()), size};
}

Number numberOf(std::string_view bytes) {
    return Number(BN_bin2bn(bytesOf(bytes), static_cast<int>(bytes.size()), nullptr));
}

// A token has the two numbers of an ECDSA signature side by side; OpenSSL wants them in DER. Empty when
// they are not of the curve's size.
std::string derSignature(const Curve& curve, std::string_view signature) {
    if (signature.size() != 2 * curve.bytes)
        return {};
    const Owned<ECDSA_SIG, ECDSA_SIG_free> pair(ECDSA_SIG_new());
    auto r = numberOf(signature.substr(0, curve.bytes));
    auto s = numberOf(signature.substr(curve.bytes));
    if (!pair || !r || !s || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1)
        return {};
    static_cast<void>(r.release()); // the pair's now
    static_cast<void>(s.release());
    const int size = i2d_ECDSA_SIG(pair.get(), nullptr);
    if (size <= 0)
        return {};
    std::string der(static_cast<std::size_t>(size), '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    return i2d_ECDSA_SIG(pair.get(), &out) == size ? der : std::string();
}

bool verifyWith(EVP_PKEY* key, const EVP_MD* digest, std::string_view text, std::string_view signature) {
    const Owned<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    return context && EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key) == 1 &&
           EVP_DigestVerify(context.get(), bytesOf(signature), signature.size(), bytesOf(text),
                            text.size()) == 1;
}

Key shared(EVP_PKEY* key) {
    return {key, EVP_PKEY_free};
}

Key keyFrom(const char* type, OSSL_PARAM_BLD* builder) {
    const Owned<OSSL_PARAM, OSSL_PARAM_free> parameters(OSSL_PARAM_BLD_to_param(builder));
    const Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY* key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    return shared(key);
}

// That the numbers make a key at all: a point is on its curve, a modulus is odd and so on.
bool isSound(EVP_PKEY* key) {
    const Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(EVP_PKEY_CTX_new(key, nullptr));
    return context && EVP_PKEY_public_check(context.get()) == 1;
}

} // namespace

TokenKey::Made TokenKey::fromSecret(std::string_view secret) {
    if (secret.size() < minSecretBytes)
        return "a secret must have at least " + std::to_string(minSecretBytes) + " bytes";
    return TokenKey(std::string(secret));
}

TokenKey::Made TokenKey::fromPem(std::string_view pem) {
    const ErrorsForgotten errors;
    const Owned<BIO, BIO_free> file(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return judged(shared(file ? PEM_read_bio_PUBKEY(file.get(), nullptr, nullptr, nullptr) : nullptr));
}

TokenKey::Made TokenKey::fromRsa(std::string_view modulus, std::string_view exponent) {
    const ErrorsForgotten errors;
    const Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> builder(OSSL_PARAM_BLD_new());
    const auto n = numberOf(modulus);
    const auto e = numberOf(exponent);
    if (!builder || !n || !e || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return judged(nullptr);
    return judged(keyFrom("RSA", builder.get()));
}

TokenKey::Made TokenKey::fromPoint(TokenKeyKind kind, std::string_view x, std::string_view y) {
    const ErrorsForgotten errors;
    const auto* const curve = curveOf(kind);
    if (curve == nullptr || x.size() != curve->bytes || y.size() != curve->bytes)
        return "a coordinate is not of the curve's size";
    constexpr char uncompressed = 0x04;
    const auto point = std::string(1, uncompressed).append(x).append(y);
    const Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> builder(OSSL_PARAM_BLD_new());
    if (!builder ||
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve->group, 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                         point.size()) != 1)
        return judged(nullptr);
    return judged(keyFrom("EC", builder.get()));
}

TokenKey::Made TokenKey::judged(const PublicKey& key) {
    if (!key || !isSound(key.get()))
        return "is no public key";
    if (EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_RSA) {
        if (EVP_PKEY_get_bits(key.get()) < minRsaBits)
            return "an RSA key must have at least " + std::to_string(minRsaBits) + " bits";
        return TokenKey(TokenKeyKind::Rsa, key);
    }
    const auto* const curve = EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_EC ? curveOf(key.get()) : nullptr;
    if (curve == nullptr)
        return "is neither an RSA key nor one of the curves P-256, P-384 and P-521";
    return TokenKey(curve->kind, key);
}

TokenKey TokenKey::named(std::string id, std::optional<TokenAlgorithm> only) const {
    auto copy = *this;
    copy.id_ = std::move(id);
    copy.only_ = only;
    return copy;
}

bool TokenKey::goesWith(TokenAlgorithm algorithm) const {
    return keyKind(algorithm) == kind_ && (!only_ || *only_ == algorithm);
}

bool TokenKey::verify(TokenAlgorithm algorithm, std::string_view text, std::string_view signature) const {
    if (!goesWith(algorithm))
        return false;
    const ErrorsForgotten errors;
    if (kind_ == TokenKeyKind::Secret) {
        const auto code = sign(algorithm, text);
        return !code.empty() && code.size() == signature.size() &&
               CRYPTO_memcmp(code.data(), signature.data(), code.size()) == 0;
    }
    const auto* const curve = curveOf(kind_);
    if (curve == nullptr)
        return verifyWith(key_.get(), digestOf(algorithm), text, signature);
    const auto der = derSignature(*curve, signature);
    return !der.empty() && verifyWith(key_.get(), digestOf(algorithm), text, der);
}

std::string TokenKey::sign(TokenAlgorithm algorithm, std::string_view text) const {
    if (kind_ != TokenKeyKind::Secret || !goesWith(algorithm))
        return {};
    return hmac(algorithm, secret_, text);
}

} // namespace chinwag::auth
