// What somebody is answered who wants to log in.
#pragma once

#include "auth/OperatorDoor.h"
#include "http/ProblemType.h"
#include "protocol/HttpMessage.h"

#include <QtCore/QJsonObject>

#include <chrono>
#include <string>
#include <string_view>

namespace chinwag::http {

/// {operator, expires_at}
QJsonObject grantedJson(const auth::OperatorSessions::Session& session);

/// The session with its token, or the problem.
protocol::HttpAnswer loginAnswer(const auth::OperatorDoor::Login& login);

/// A problem that passes: try again after `wait`.
protocol::HttpAnswer laterProblem(int status, std::string_view detail, std::chrono::milliseconds wait,
                                  std::string_view type = problem_type::unnamed);

/// From where `request` comes, as a session keeps it.
auth::OperatorSessions::Client clientOf(const protocol::HttpRequest& request);

} // namespace chinwag::http
