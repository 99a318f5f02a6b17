// The path of a request's target, decoded once for routing and for the routes.
#pragma once

#include <QtCore/QByteArray>

#include <optional>
#include <string>
#include <string_view>

namespace chinwag::http {

/// The path of an origin-form target with its percent-encoding resolved. Nothing when it is no absolute
/// path, or decodes to what is not UTF-8 text or has control characters. Dot segments stay as they are.
std::optional<std::string> decodedPath(std::string_view target);

/// What stands behind the '?' of a target, still encoded; empty when there is none.
std::string_view queryOf(std::string_view target);

/// A target with `path` (decoded) and the query of `target`, encoded so that QUrl can read it in one way
/// only, whatever the client sent.
QByteArray canonicalTarget(const std::string& path, std::string_view target);

} // namespace chinwag::http
