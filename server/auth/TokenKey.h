// A key that tokens are verified with.
#pragma once

#include "auth/TokenAlgorithm.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

struct evp_pkey_st; // OpenSSL's EVP_PKEY

namespace chinwag::auth {

/// Knows what it is good for: a signature is only ever checked by an algorithm of the key's own kind,
/// whatever the token says of itself. Immutable; copies share the key. Thread-safe.
class TokenKey {
public:
    /// A key, or why it is none.
    using Made = std::variant<TokenKey, std::string>;

    static constexpr std::size_t minSecretBytes = 32;
    static constexpr int minRsaBits = 2048;

    static Made fromSecret(std::string_view secret);
    /// A public key, "-----BEGIN PUBLIC KEY-----".
    static Made fromPem(std::string_view pem);
    /// The numbers of a public RSA key, as bytes with the highest first.
    static Made fromRsa(std::string_view modulus, std::string_view exponent);
    /// The coordinates of a point on the curve of `kind`, likewise, each of the curve's size.
    static Made fromPoint(TokenKeyKind kind, std::string_view x, std::string_view y);

    /// The same key under a name, for one algorithm only if there is one.
    TokenKey named(std::string id, std::optional<TokenAlgorithm> only) const;

    /// Empty when it has no name.
    const std::string& id() const { return id_; }
    TokenKeyKind kind() const { return kind_; }
    bool goesWith(TokenAlgorithm algorithm) const;

    /// Whether `signature` is of `text`; false for an algorithm that it does not go with.
    bool verify(TokenAlgorithm algorithm, std::string_view text, std::string_view signature) const;
    /// The signature of `text`. Only of a secret and an algorithm that goes with it; otherwise, and when
    /// there is no memory, empty.
    std::string sign(TokenAlgorithm algorithm, std::string_view text) const;

private:
    using PublicKey = std::shared_ptr<evp_pkey_st>;
    explicit TokenKey(std::string secret) : kind_(TokenKeyKind::Secret), secret_(std::move(secret)) {}
    TokenKey(TokenKeyKind kind, PublicKey key) : kind_(kind), key_(std::move(key)) {}
    static Made judged(const PublicKey& key);

    std::string id_;
    std::optional<TokenAlgorithm> only_;
    TokenKeyKind kind_;
    std::string secret_; // of a secret
    PublicKey key_;      // of the others
};

} // namespace chinwag::auth
