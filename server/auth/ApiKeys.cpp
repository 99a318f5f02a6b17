#include "auth/ApiKeys.h"

#include <sodium.h>

#include <algorithm>
#include <iterator>

namespace chinwag::auth {

ApiKeys::ApiKeys(const std::vector<std::string>& keys) {
    std::transform(keys.begin(), keys.end(), std::back_inserter(digests_), digest);
}

ApiKeys::Digest ApiKeys::digest(std::string_view key) {
    Digest out{};
    crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(key.data()), key.size(),
                       nullptr, 0);
    return out;
}

std::optional<std::size_t> ApiKeys::find(std::string_view key) const {
    const auto wanted = digest(key);
    std::optional<std::size_t> found;
    // All are compared, whichever it is.
    for (std::size_t i = 0; i < digests_.size(); ++i) {
        if (sodium_memcmp(wanted.data(), digests_[i].data(), wanted.size()) == 0)
            found = i;
    }
    return found;
}

} // namespace chinwag::auth
