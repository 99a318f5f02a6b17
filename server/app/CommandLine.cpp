#include "app/CommandLine.h"

#include "config/Key.h"
#include "config/Suggestion.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace chinwag::app {

namespace {

struct VerbName {
    std::string_view name;
    Verb verb;
    std::string_view synopsis;
    std::string_view explanation;
};

constexpr std::array<VerbName, 9> verbs{{
    {"serve", Verb::Serve, "serve", "run the server (what happens without a command)"},
    {"check-config", Verb::CheckConfig, "check-config", "report every fault of the configuration"},
    {"print-config", Verb::PrintConfig, "print-config",
     "print the configuration in effect, every key explained"},
    {"admin", Verb::Admin, "admin add|passwd|remove NAME",
     "make an operator, change their password, take them away"},
    {"admin", Verb::Admin, "admin list", "show the operators"},
    {"token", Verb::Token, "token --user NAME", "print a token that lets NAME in"},
    {"healthcheck", Verb::HealthCheck, "healthcheck [URL]", "ask a running server whether it is well"},
    {"version", Verb::Version, "version", "print the version"},
    {"help", Verb::Help, "help", "print this text"},
}};

constexpr std::string_view configFlag = "config";
constexpr std::string_view generateFlag = "generate";
constexpr std::array<std::string_view, 4> tokenFlags{"user", "channel", "ttl", "info"};

struct ActionName {
    std::string_view name;
    AdminCommand::Action action;
    bool takesName;
};

constexpr std::array<ActionName, 4> actions{{
    {"add", AdminCommand::Action::Add, true},
    {"passwd", AdminCommand::Action::Passwd, true},
    {"remove", AdminCommand::Action::Remove, true},
    {"list", AdminCommand::Action::List, false},
}};

class Parser {
public:
    explicit Parser(const std::vector<std::string>& arguments) : arguments_(arguments) {}

    std::variant<CommandLine, Misuse> run() {
        while (next_ < arguments_.size() && misuse_.empty()) {
            const auto& argument = arguments_[next_++];
            if (!optionsEnded_ && argument == "--")
                optionsEnded_ = true;
            else if (!optionsEnded_ && argument.size() > 1 && argument.front() == '-')
                takeOption(argument);
            else
                takeOperand(argument);
        }
        if (overriding_ && misuse_.empty()) {
            line_.verb = *overriding_;
            return line_;
        }
        complainAboutAdmin();
        complainAboutToken();
        if (!misuse_.empty())
            return Misuse{misuse_};
        return line_;
    }

private:
    void takeOption(const std::string& argument) {
        if (argument == "-h" || argument == "--help") {
            overriding_ = Verb::Help;
        } else if (argument == "-V" || argument == "--version") {
            overriding_ = Verb::Version;
        } else if (argument.starts_with("--")) {
            takeLongOption(std::string_view(argument).substr(2));
        } else {
            misuse_ = "unknown option " + config::inQuotes(argument);
        }
    }

    void takeLongOption(std::string_view option) {
        if (option == generateFlag) {
            line_.admin.generate = true;
            return;
        }
        const auto equals = option.find('=');
        const auto name = std::string(option.substr(0, equals));
        if (name == generateFlag) {
            misuse_ = "option --generate takes no value";
            return;
        }
        const auto known = knownFlags();
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            const auto meant = config::nearest(name, known);
            misuse_ = "unknown option " + config::inQuotes("--" + name) +
                      (meant ? ", did you mean --" + *meant + "?" : std::string());
            return;
        }
        std::string value;
        if (equals != std::string_view::npos) {
            value = option.substr(equals + 1);
        } else if (next_ < arguments_.size()) {
            value = arguments_[next_++];
        } else {
            misuse_ = "option --" + name + " needs a value";
            return;
        }
        if (name == configFlag)
            line_.configFile = value;
        else if (std::find(tokenFlags.begin(), tokenFlags.end(), name) != tokenFlags.end())
            takeTokenFlag(name, value);
        else
            line_.flags.push_back({name, value});
    }

    void takeTokenFlag(std::string_view name, const std::string& value) {
        tokenFlag_ = name;
        auto& token = line_.token;
        if (name == "user")
            token.user = value;
        else
            (name == "channel" ? token.channel : name == "ttl" ? token.ttl : token.info) = value;
    }

    static std::vector<std::string> knownFlags() {
        std::vector<std::string> names{std::string(configFlag), std::string(generateFlag)};
        names.insert(names.end(), tokenFlags.begin(), tokenFlags.end());
        for (const auto& key : config::keys()) {
            if (!key.flag.name.empty())
                names.emplace_back(key.flag.name);
        }
        return names;
    }

    void takeOperand(const std::string& operand) {
        if (verbGiven_) {
            if (line_.verb == Verb::HealthCheck && line_.url.empty())
                line_.url = operand;
            else if (line_.verb == Verb::Admin && action_ == nullptr)
                takeAction(operand);
            else if (line_.verb == Verb::Admin && action_->takesName && line_.admin.name.empty())
                line_.admin.name = operand;
            else
                misuse_ = "unexpected argument " + config::inQuotes(operand);
            return;
        }
        const auto* const found = std::find_if(
            verbs.begin(), verbs.end(), [&](const VerbName& candidate) { return candidate.name == operand; });
        if (found == verbs.end()) {
            complainAboutVerb(operand);
            return;
        }
        line_.verb = found->verb;
        verbGiven_ = true;
    }

    void takeAction(const std::string& operand) {
        const auto* const found = std::find_if(
            actions.begin(), actions.end(), [&](const auto& candidate) { return candidate.name == operand; });
        if (found == actions.end()) {
            misuse_ = "unknown command " + config::inQuotes("admin " + operand) +
                      ", there are admin add, passwd, remove and list";
            return;
        }
        action_ = found;
        line_.admin.action = found->action;
    }

    // What can only be judged when all arguments are known.
    void complainAboutAdmin() {
        if (!misuse_.empty())
            return;
        const bool isAdmin = verbGiven_ && line_.verb == Verb::Admin;
        const auto action = line_.admin.action;
        if (isAdmin && action_ == nullptr)
            misuse_ = "admin needs one of add, passwd, remove and list";
        else if (isAdmin && action_->takesName && line_.admin.name.empty())
            misuse_ = "admin " + std::string(action_->name) + " needs the operator's name";
        else if (line_.admin.generate && !(isAdmin && (action == AdminCommand::Action::Add ||
                                                       action == AdminCommand::Action::Passwd)))
            misuse_ = "option --generate belongs to admin add and admin passwd";
    }

    void complainAboutToken() {
        if (!misuse_.empty())
            return;
        const bool isToken = verbGiven_ && line_.verb == Verb::Token;
        if (isToken && !line_.token.user)
            misuse_ = "token needs --user NAME; an empty one is somebody anonymous";
        else if (!isToken && !tokenFlag_.empty())
            misuse_ = "option --" + tokenFlag_ + " belongs to token";
    }

    void complainAboutVerb(const std::string& operand) {
        std::vector<std::string> names;
        names.reserve(verbs.size());
        for (const auto& verb : verbs)
            names.emplace_back(verb.name);
        const auto meant = config::nearest(operand, names);
        misuse_ = "unknown command " + config::inQuotes(operand) +
                  (meant ? ", did you mean " + *meant + "?" : std::string());
    }

    const std::vector<std::string>& arguments_;
    std::size_t next_ = 0;
    CommandLine line_;
    std::optional<Verb> overriding_;
    std::string misuse_;
    std::string tokenFlag_;              // one that was given
    const ActionName* action_ = nullptr; // of admin
    bool verbGiven_ = false;
    bool optionsEnded_ = false;
};

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

} // namespace

std::variant<CommandLine, Misuse> parseCommandLine(const std::vector<std::string>& arguments) {
    return Parser(arguments).run();
}

std::string helpText() {
    std::string text = "Usage: chinwagd [COMMAND] [OPTION...]\n\nA chat server.\n\nCommands:\n";
    for (const auto& verb : verbs)
        text += entry(std::string(verb.synopsis), verb.explanation);
    text += "\nOptions:\n";
    text += entry("--config FILE", "the configuration file (TOML); without it the one that the environment "
                                   "variable CHINWAG_CONFIG names, or none");
    text +=
        entry("--generate", "of admin add and admin passwd: make up a password and show it, once; without "
                            "it the password is asked for, or read from standard input");
    text += entry("--user NAME", "of token: whom it lets in");
    text += entry("--channel CHANNEL", "of token: the one subscription it is for");
    text += entry("--ttl DURATION", "of token: how long it lives, such as 30s, 15m or 1h, which is usual");
    text += entry("--info JSON", "of token: what others may know of the user");
    for (const auto& key : config::keys()) {
        if (key.flag.name.empty())
            continue;
        auto explanation = std::string(key.documentation);
        if (config::isList(key))
            explanation += " May be given several times.";
        text += entry(std::string("--").append(key.flag.name).append(" ").append(key.flag.placeholder),
                      explanation);
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
