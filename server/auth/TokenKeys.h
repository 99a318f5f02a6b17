// The keys that tokens are verified with.
#pragma once

#include "auth/TokenKey.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace chinwag::auth {

/// Immutable; thread-safe.
class TokenKeys {
public:
    TokenKeys() = default;
    explicit TokenKeys(std::vector<TokenKey> keys) : keys_(std::move(keys)) {}

    bool empty() const { return keys_.empty(); }
    std::size_t size() const { return keys_.size(); }

    /// Whether one of them has signed `text` so. With `id` those of another name are left out; those that
    /// have none are tried for any.
    bool verify(TokenAlgorithm algorithm, std::string_view id, std::string_view text,
                std::string_view signature) const;

private:
    std::vector<TokenKey> keys_;
};

/// The keys of a JWK set (RFC 7517), or what is wrong with it. Left out are keys of kinds that are not
/// known here, of other algorithms, those for something else than signatures, and those that are incomplete
/// or too weak; at least one must remain.
std::variant<std::vector<TokenKey>, std::string> parseKeySet(std::string_view json);

} // namespace chinwag::auth
