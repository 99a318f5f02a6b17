#include "app/CommandTable.h"

#include "config/Key.h"

#include <algorithm>
#include <array>
#include <string>

namespace chinwag::app {

namespace {

constexpr std::array<VerbName, 18> verbs{{
    {"serve", Verb::Serve, "serve", "run the server (what happens without a command)"},
    {"check-config", Verb::CheckConfig, "check-config", "report every fault of the configuration"},
    {"print-config", Verb::PrintConfig, "print-config",
     "print the configuration in effect, every key explained"},
    {"admin", Verb::Admin, "admin add|passwd|remove NAME",
     "make an operator, change their password, take them away"},
    {"admin", Verb::Admin, "admin role NAME ROLE",
     "make an operator a viewer, an agent, a moderator or an admin"},
    {"admin", Verb::Admin, "admin totp NAME --remove",
     "let an operator in without the codes that they have lost"},
    {"admin", Verb::Admin, "admin list", "show the operators"},
    {"audit", Verb::Audit, "audit list", "show what operators did, the latest first"},
    {"audit", Verb::Audit, "audit verify",
     "check that nothing in the record of that was changed or taken out"},
    {"token", Verb::Token, "token --user NAME", "print a token that lets NAME in"},
    {"publish", Verb::Publish, "publish CHANNEL JSON",
     "publish in a channel of a running server, by its server API; - reads the JSON from standard input"},
    {"export", Verb::Export, "export FILE|-",
     "write what is kept to a new file, or to standard output, as JSON Lines"},
    {"erase", Verb::Erase, "erase --user NAME",
     "take all that NAME wrote out of the store, for good; the server must not be running"},
    {"backup", Verb::Backup, "backup FILE", "copy the store to a new file, while a server runs or not"},
    {"check-store", Verb::CheckStore, "check-store", "read the whole store and report whether it is sound"},
    {"healthcheck", Verb::HealthCheck, "healthcheck [URL]", "ask a running server whether it is well"},
    {"version", Verb::Version, "version", "print the version"},
    {"help", Verb::Help, "help", "print this text"},
}};

const std::vector<VerbOption>& options() {
    static const std::vector<VerbOption> all{
        {"generate",
         "",
         {Verb::Admin},
         "admin add and admin passwd",
         "make up a password and show it, once; without it the password is asked for, or read from standard "
         "input",
         {AdminCommand::Action::Add, AdminCommand::Action::Passwd}},
        {"role",
         "ROLE",
         {Verb::Admin},
         "admin add",
         "what the operator may do: viewer, agent, moderator or admin, which is usual",
         {AdminCommand::Action::Add}},
        {"remove",
         "",
         {Verb::Admin},
         "admin totp",
         "forget the second factor and the recovery codes",
         {AdminCommand::Action::Totp}},
        {"user", "NAME", {Verb::Token, Verb::Erase}, "token and erase", "whom it lets in, or is about"},
        {"channel",
         "CHANNEL",
         {Verb::Token, Verb::Export},
         "token and export",
         "the one subscription it is for, or the only channel that is wanted"},
        {"ttl",
         "DURATION",
         {Verb::Token},
         "token",
         "how long it lives, such as 30s, 15m or 1h, which is usual"},
        {"info", "JSON", {Verb::Token}, "token", "what others may know of the user"},
        {"since",
         "TIME",
         {Verb::Export, Verb::Audit},
         "export and audit list",
         "only what is from then on: 2026-11-24, or 2026-11-24T18:00:00Z; UTC unless it says"},
        {"until",
         "TIME",
         {Verb::Export, Verb::Audit},
         "export and audit list",
         "only what is from before then"},
        {"json", "", {Verb::Audit}, "audit", "as JSON, an object a line"},
        {"yes", "", {Verb::Erase}, "erase", "do not ask whether it is meant"},
        {"api-key",
         "KEY",
         {Verb::Publish},
         "publish",
         "a key of the server API; without it the first one of the configuration"},
        {"url",
         "URL",
         {Verb::Publish},
         "publish",
         "where the server is; without it the first address that the configuration listens on"},
    };
    return all;
}

} // namespace

std::span<const VerbName> verbNames() {
    return verbs;
}

std::span<const VerbOption> verbOptions() {
    return options();
}

const VerbOption* findVerbOption(std::string_view name) {
    const auto all = verbOptions();
    const auto found =
        std::find_if(all.begin(), all.end(), [name](const VerbOption& o) { return o.name == name; });
    return found == all.end() ? nullptr : &*found;
}

namespace {

/// One entry of a two-column list, the second column wrapped.
std::string entry(const std::string& left, std::string_view right) {
    constexpr std::size_t column = 31;
    constexpr std::size_t width = 68;
    auto text = "  " + left;
    text.append(text.size() < column ? column - text.size() : 1, ' ');
    while (right.size() > width) {
        const auto space = right.rfind(' ', width);
        const auto end = space == std::string_view::npos ? width : space;
        text.append(right.substr(0, end)).append("\n").append(column, ' ');
        right.remove_prefix(space == std::string_view::npos ? end : end + 1);
    }
    return text.append(right).append("\n");
}

std::string entryOf(const VerbOption& option) {
    auto left = "--" + std::string(option.name);
    if (!option.placeholder.empty())
        left.append(" ").append(option.placeholder);
    return entry(left, "of " + std::string(option.owners) + ": " + std::string(option.explanation));
}

std::string entryOf(const config::Key& key) {
    auto explanation = std::string(key.documentation);
    if (config::isList(key))
        explanation += " May be given several times.";
    return entry(std::string("--").append(key.flag.name).append(" ").append(key.flag.placeholder),
                 explanation);
}

} // namespace

std::string helpText() {
    std::string text = "Usage: chinwagd [COMMAND] [OPTION...]\n\nA chat server.\n\nCommands:\n";
    for (const auto& verb : verbs)
        text += entry(std::string(verb.synopsis), verb.explanation);
    text += "\nOptions:\n";
    text += entry("--config FILE", "the configuration file (TOML); without it the one that the environment "
                                   "variable CHINWAG_CONFIG names, or none");
    for (const auto& option : options())
        text += entryOf(option);
    for (const auto& key : config::keys()) {
        if (!key.flag.name.empty())
            text += entryOf(key);
    }
    text += entry("-h, --help", "print this text");
    text += entry("-V, --version", "print the version");
    text +=
        "\nEvery setting can stand in the file or in the environment as CHINWAG_SECTION_KEY; options win\n"
        "over the environment, and that wins over the file. chinwagd print-config lists them all.\n"
        "SIGTERM and SIGINT close the server gently, a second one at once; SIGHUP reloads the file.\n\n"
        "Exit status: 0 success, 1 failure, 2 wrong usage, 78 wrong configuration.\n";
    return text;
}

} // namespace chinwag::app
