// Somebody who may look after the server.
#pragma once

#include "auth/Role.h"
#include "auth/SecondFactor.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace chinwag::auth {

struct Operator {
    std::string name;
    std::string passwordHash; ///< see hashPassword
    std::chrono::system_clock::time_point createdAt;
    Role role = Role::Admin;
    std::optional<SecondFactor> secondFactor{};
};

inline constexpr std::string_view operatorNameRule =
    "an operator's name is 1 to 32 letters, digits, '.', '_' or '-'";
bool isValidOperatorName(std::string_view name);

} // namespace chinwag::auth
