// Gets a password from whoever runs the program.
#pragma once

#include <QString>

#include <string>
#include <variant>

namespace chinwag::app {

/// Asks twice, without echo, where standard input is a terminal; otherwise the password is the first line
/// of it. The QString says why there is none.
std::variant<std::string, QString> askForPassword();

} // namespace chinwag::app
