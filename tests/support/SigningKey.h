// Signs tokens as an application would: with OpenSSL, and with nothing of what the server verifies them by.
#pragma once

#include <QByteArray>

#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st; // OpenSSL's EVP_PKEY

namespace chinwag::test {

class SigningKey {
public:
    static SigningKey secret(const std::string& bytes);
    static SigningKey rsa(int bits);
    /// `curve` by OpenSSL's name: P-256, P-384, P-521, secp256k1 ...
    static SigningKey ec(const char* curve);

    /// PEM; of a secret empty.
    std::string publicPem() const;
    /// The public half, or the secret, as a JWK; `more` are further members, each with a comma in front.
    std::string jwk(const std::string& more = {}) const;

    /// The signature of `text` by the digest of `bits` bits, as RFC 7518 has it.
    QByteArray sign(int bits, std::string_view text) const;

private:
    std::string secret_;
    std::shared_ptr<evp_pkey_st> key_;
};

std::string base64Url(std::string_view bytes);

/// A compact token: header and claims as they are, signed by `key` with the digest of `bits` bits.
std::string makeToken(const SigningKey& key, int bits, std::string_view header, std::string_view claims);
/// The same with the header that goes with `algorithm` ("ES256").
std::string makeToken(const SigningKey& key, const std::string& algorithm, std::string_view claims);

} // namespace chinwag::test
