// JSON that nobody can read in two ways: what tokens and key sets are made of.
#pragma once

#include <rapidjson/document.h>

#include <optional>
#include <string_view>

namespace chinwag::auth {

/// One JSON object and nothing else. Nothing when it is none or an object in it, itself included, names a
/// member twice: of two the next reader might take the other (RFC 7519 section 4).
std::optional<rapidjson::Document> parseStrictObject(std::string_view text);

/// The text of `value`, or an empty view when it is null or holds no text.
std::string_view textOf(const rapidjson::Value* value);

} // namespace chinwag::auth
