// Bytes as text in the alphabet that needs no escaping in addresses (RFC 4648 section 5), without padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chinwag::auth {

std::string base64Url(std::string_view bytes);

/// Nothing for what base64Url() would not have written: padding, another character, or bits left over that
/// are not zero. So every value has one text only.
std::optional<std::string> fromBase64Url(std::string_view text);

/// The same of the ordinary alphabet (section 4), which is padded.
std::optional<std::string> fromBase64(std::string_view text);

} // namespace chinwag::auth
