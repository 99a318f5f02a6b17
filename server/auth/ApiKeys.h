// The keys of applications that may use the server API.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::auth {

/// Keeps digests only. How long a look-up takes says nothing about the keys.
class ApiKeys {
public:
    ApiKeys() = default;
    explicit ApiKeys(const std::vector<std::string>& keys);

    bool empty() const { return digests_.empty(); }
    /// Which of the keys it is, from 0.
    std::optional<std::size_t> find(std::string_view key) const;

    bool operator==(const ApiKeys&) const = default;

private:
    static constexpr std::size_t digestBytes = 32;
    using Digest = std::array<unsigned char, digestBytes>;
    static Digest digest(std::string_view key);

    std::vector<Digest> digests_;
};

} // namespace chinwag::auth
