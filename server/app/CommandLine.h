// What the arguments ask for.
#pragma once

#include "config/Loader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace chinwag::app {

enum class Verb : std::uint8_t {
    Serve,
    CheckConfig,
    PrintConfig,
    Admin,
    Audit,
    Token,
    Publish,
    Export,
    Erase,
    Backup,
    CheckStore,
    HealthCheck,
    Version,
    Help
};

/// What `admin` is to do.
struct AdminCommand {
    enum class Action : std::uint8_t { Add, Passwd, Role, Totp, Remove, List };
    Action action = Action::List;
    std::string name;      ///< of the operator; empty for List
    std::string role;      ///< a role's name: of Role, or of Add, where empty is an admin
    bool generate = false; ///< make up the password instead of asking for it
    bool remove = false;   ///< what Totp is to do
};

/// What `audit` is to show.
struct AuditCommand {
    static constexpr const char* verify = "verify";
    static constexpr const char* list = "list";

    std::string action; ///< one of those
    std::string since;  ///< of a list: a time as it was given, or empty: no limit
    std::string until;  ///< likewise
    bool json = false;
};

/// What `token` is to say.
struct TokenCommand {
    std::optional<std::string> user; ///< empty for somebody anonymous
    std::string channel;             ///< empty: not for one subscription
    std::string ttl = "1h";          ///< how long it lives, as a setting would have it
    std::string info;                ///< JSON; empty for none
};

struct PublishCommand {
    std::string channel;
    std::string data;   ///< JSON, or "-": it is read from standard input
    std::string apiKey; ///< empty: of the configuration, as for the URL
    std::string url;
};

struct ExportCommand {
    std::string file;    ///< "-" is standard output
    std::string channel; ///< empty: all
    std::string since;   ///< a time as it was given, or empty: no limit
    std::string until;   ///< likewise
};

struct EraseCommand {
    std::string user;
    bool yes = false; ///< do not ask
};

struct CommandLine {
    Verb verb = Verb::Serve;
    std::string configFile;               ///< of --config, empty when not given
    std::vector<config::NamedText> flags; ///< settings, as config::Sources takes them
    std::string url;                      ///< of healthcheck, empty when not given
    std::string backupFile;               ///< of backup
    AdminCommand admin;                   ///< of admin, and so on
    AuditCommand audit;
    TokenCommand token;
    PublishCommand publish;
    ExportCommand exporting;
    EraseCommand erase;
};

/// Why the arguments make no sense.
struct Misuse {
    std::string text;
};

/// Reads the arguments, without the program's name.
std::variant<CommandLine, Misuse> parseCommandLine(const std::vector<std::string>& arguments);

std::string helpText();

} // namespace chinwag::app
