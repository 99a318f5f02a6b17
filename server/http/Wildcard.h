// Names that look like a pattern.
#pragma once

#include <string_view>

namespace chinwag::http {

/// Whether `name` is what `pattern` says: '*' stands for any characters or none, '?' for any one, and each
/// other character for itself. Takes no longer than the product of their lengths.
bool matchesWildcard(std::string_view pattern, std::string_view name);

} // namespace chinwag::http
