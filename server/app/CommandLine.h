// What the arguments ask for.
#pragma once

#include "config/Loader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace chinwag::app {

enum class Verb : std::uint8_t { Serve, CheckConfig, PrintConfig, Admin, Token, HealthCheck, Version, Help };

/// What `admin` is to do.
struct AdminCommand {
    enum class Action : std::uint8_t { Add, Passwd, Remove, List };
    Action action = Action::List;
    std::string name;      ///< of the operator; empty for List
    bool generate = false; ///< make up the password instead of asking for it
};

/// What `token` is to say.
struct TokenCommand {
    std::optional<std::string> user; ///< empty for somebody anonymous
    std::string channel;             ///< empty: not for one subscription
    std::string ttl = "1h";          ///< how long it lives, as a setting would have it
    std::string info;                ///< JSON; empty for none
};

struct CommandLine {
    Verb verb = Verb::Serve;
    std::string configFile;               ///< of --config, empty when not given
    std::vector<config::NamedText> flags; ///< settings, as config::Sources takes them
    std::string url;                      ///< of healthcheck, empty when not given
    AdminCommand admin;                   ///< of admin
    TokenCommand token;                   ///< of token
};

/// Why the arguments make no sense.
struct Misuse {
    std::string text;
};

/// Reads the arguments, without the program's name.
std::variant<CommandLine, Misuse> parseCommandLine(const std::vector<std::string>& arguments);

std::string helpText();

} // namespace chinwag::app
