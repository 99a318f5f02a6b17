#include "config/Suggestion.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace chinwag::config {

namespace {

/// Insertions, deletions and replacements that turn one text into the other (Levenshtein).
std::size_t editDistance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (const char wanted : from) {
        auto diagonal = row[0]++;
        for (std::size_t i = 0; i < to.size(); ++i) {
            const auto replaced = diagonal + (wanted == to[i] ? 0 : 1);
            diagonal = row[i + 1];
            row[i + 1] = std::min({replaced, row[i] + 1, row[i + 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::optional<std::string> nearest(std::string_view name, std::span<const std::string> candidates) {
    // The table is quadratic in the lengths; no known name is that long.
    constexpr std::size_t longestName = 100;
    if (name.size() > longestName)
        return std::nullopt;
    auto best = std::max<std::size_t>(2, name.size() / 3) + 1;
    const std::string* found = nullptr;
    for (const auto& candidate : candidates) {
        const auto distance = editDistance(name, candidate);
        if (distance < best && distance < candidate.size()) {
            best = distance;
            found = &candidate;
        }
    }
    return found != nullptr ? std::optional(*found) : std::nullopt;
}

} // namespace chinwag::config
