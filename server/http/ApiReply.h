// What a method of the server API answers.
#pragma once

#include "protocol/CentrifugeError.h"
#include "protocol/StreamPosition.h"

#include <functional>
#include <string>
#include <string_view>
#include <variant>

namespace chinwag::http {

struct ApiError {
    protocol::CentrifugeError code = protocol::CentrifugeError::Internal;
    std::string detail{}; ///< what was wrong and what is allowed; may be empty
};

/// The result, a JSON object as text, or why there is none.
using ApiReply = std::variant<std::string, ApiError>;
/// Called once, at once or later, on the control thread.
using ApiDone = std::function<void(ApiReply)>;

inline constexpr std::string_view emptyResult = "{}";

/// {"error":{...}} or the result under `name`.
std::string toJson(const ApiReply& reply, std::string_view name = "result");

/// With what is empty left out.
std::string toJson(const protocol::StreamPosition& position);

} // namespace chinwag::http
