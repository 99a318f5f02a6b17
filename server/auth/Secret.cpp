#include "auth/Secret.h"

#include "auth/Base64Url.h"

#include <sodium.h>

#include <array>

namespace chinwag::auth {

std::string randomSecret(std::size_t bytes) {
    std::string random(bytes, '\0');
    randombytes_buf(random.data(), random.size());
    return base64Url(random);
}

std::string secretHash(std::string_view secret) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(secret.data()),
                       secret.size(), nullptr, 0);
    return base64Url({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

} // namespace chinwag::auth
