#include "http/Wildcard.h"

#include <cstddef>

namespace chinwag::http {

bool matchesWildcard(std::string_view pattern, std::string_view name) {
    std::size_t at = 0; // in the pattern
    std::size_t star = std::string_view::npos;
    std::size_t taken = 0; // where in the name what the last star stands for ends
    std::size_t i = 0;
    while (i < name.size()) {
        if (at < pattern.size() && pattern[at] == '*') {
            star = at++;
            taken = i;
        } else if (at < pattern.size() && (pattern[at] == '?' || pattern[at] == name[i])) {
            ++at;
            ++i;
        } else if (star != std::string_view::npos) {
            // The last star takes one more; an earlier one could not do better.
            at = star + 1;
            i = ++taken;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

} // namespace chinwag::http
