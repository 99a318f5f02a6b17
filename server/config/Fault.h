// One thing that is wrong with the configuration.
#pragma once

#include <string>
#include <string_view>

namespace chinwag::config {

struct Fault {
    std::string where;   ///< "FILE:LINE", a variable's name, or "--flag"; "default" when nobody set it
    std::string key;     ///< "section.key", empty when the fault is not about one key
    std::string what;    ///< what is wrong
    std::string allowed; ///< what would be right, may be empty

    bool operator==(const Fault&) const = default;
};

/// "WHERE: KEY: WHAT; allowed: ALLOWED", on one line.
std::string toString(const Fault& fault);

/// `text` in quotes, safe to print: control characters escaped, cut after 80 bytes.
std::string inQuotes(std::string_view text);

/// `text` with every control character escaped.
std::string printable(std::string_view text);

} // namespace chinwag::config
