// Which web pages may connect: the defence against a foreign page that uses a visitor's browser.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::net {

/// Without patterns every origin is allowed, "null" too; with some, only those, the server's own, and
/// clients that are no browser and send none.
class OriginPolicy {
public:
    static constexpr std::string_view patternRule =
        "an origin is scheme://host or scheme://host:port, where the host may start with '*.' for every "
        "subdomain; nothing follows it";

    /// Adds a pattern such as `https://chat.example.org`, `https://*.example.org` or
    /// `http://localhost:5173`; false when it breaks `patternRule`.
    [[nodiscard]] bool add(std::string_view pattern);

    /// Judges the Origin field's value (empty when there is none) of a request to Host `host`, which came
    /// over TLS when `secure`.
    bool allows(std::string_view origin, std::string_view host, bool secure) const;

private:
    struct Pattern {
        std::string scheme;
        std::string host; ///< with the leading dot when it stands for all subdomains
        unsigned port = 0;
        bool subdomains = false;
    };

    static std::optional<Pattern> parse(std::string_view origin);
    static bool matches(const Pattern& pattern, const Pattern& origin);

    std::vector<Pattern> patterns_;
};

} // namespace chinwag::net
