#include "auth/Operator.h"

#include <algorithm>
#include <cstddef>

namespace chinwag::auth {

namespace {

constexpr std::size_t maxNameLength = 32;

bool isNameCharacter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '.' || byte == '_' || byte == '-';
}

} // namespace

bool isValidOperatorName(std::string_view name) {
    return !name.empty() && name.size() <= maxNameLength &&
           std::all_of(name.begin(), name.end(), isNameCharacter);
}

} // namespace chinwag::auth
