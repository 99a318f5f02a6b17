// Which error a problem of the operator API is (RFC 9457), for programs that have words of their own for it.
// They stay as they are, and openapi.json lists them.
#pragma once

#include <string_view>

namespace chinwag::http::problem_type {

inline constexpr std::string_view unnamed = "about:blank"; ///< the status says all

inline constexpr std::string_view loginWrong = "urn:chinwag:problem:login-wrong";
inline constexpr std::string_view codeNeeded = "urn:chinwag:problem:code-needed";
inline constexpr std::string_view codeWrong = "urn:chinwag:problem:code-wrong";
inline constexpr std::string_view tooManyAttempts = "urn:chinwag:problem:too-many-attempts";
inline constexpr std::string_view loginBusy = "urn:chinwag:problem:login-busy";
inline constexpr std::string_view operatorsUnreadable = "urn:chinwag:problem:operators-unreadable";
inline constexpr std::string_view notLoggedIn = "urn:chinwag:problem:not-logged-in";
inline constexpr std::string_view notPermitted = "urn:chinwag:problem:not-permitted";
inline constexpr std::string_view connectionGone = "urn:chinwag:problem:connection-gone";
inline constexpr std::string_view messageGone = "urn:chinwag:problem:message-gone";
inline constexpr std::string_view sessionGone = "urn:chinwag:problem:session-gone";
inline constexpr std::string_view noSuchRoom = "urn:chinwag:problem:no-such-room";
inline constexpr std::string_view noSuchEntry = "urn:chinwag:problem:no-such-entry"; ///< ban, mute or report
inline constexpr std::string_view doneBefore = "urn:chinwag:problem:done-before";    ///< lifted, or resolved
inline constexpr std::string_view nothingKept = "urn:chinwag:problem:nothing-kept";
inline constexpr std::string_view storeUnavailable = "urn:chinwag:problem:store-unavailable"; ///< for now
inline constexpr std::string_view storeFailed = "urn:chinwag:problem:store-failed";
inline constexpr std::string_view starting = "urn:chinwag:problem:starting";
inline constexpr std::string_view stopping = "urn:chinwag:problem:stopping";

} // namespace chinwag::http::problem_type
