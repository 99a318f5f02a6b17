#include "auth/TokenAlgorithm.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace chinwag::auth {

namespace {

constexpr std::array<std::string_view, 9> algorithmNames{"HS256", "HS384", "HS512", "RS256", "RS384",
                                                         "RS512", "ES256", "ES384", "ES512"};

} // namespace

std::string_view name(TokenAlgorithm algorithm) {
    return algorithmNames[static_cast<std::size_t>(algorithm)];
}

std::optional<TokenAlgorithm> tokenAlgorithm(std::string_view name) {
    const auto* const found = std::find(algorithmNames.begin(), algorithmNames.end(), name);
    if (found == algorithmNames.end())
        return std::nullopt;
    return static_cast<TokenAlgorithm>(found - algorithmNames.begin());
}

TokenKeyKind keyKind(TokenAlgorithm algorithm) {
    switch (algorithm) {
    case TokenAlgorithm::HS256:
    case TokenAlgorithm::HS384:
    case TokenAlgorithm::HS512: return TokenKeyKind::Secret;
    case TokenAlgorithm::RS256:
    case TokenAlgorithm::RS384:
    case TokenAlgorithm::RS512: return TokenKeyKind::Rsa;
    case TokenAlgorithm::ES256: return TokenKeyKind::P256;
    case TokenAlgorithm::ES384: return TokenKeyKind::P384;
    case TokenAlgorithm::ES512: return TokenKeyKind::P521;
    }
    return TokenKeyKind::Secret;
}

} // namespace chinwag::auth
