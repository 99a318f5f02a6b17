#include "app/CommandLine.h"

#include "app/CommandTable.h"
#include "config/Key.h"
#include "config/Suggestion.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace chinwag::app {

namespace {

constexpr std::string_view configFlag = "config";

struct ActionName {
    std::string_view name;
    AdminCommand::Action action;
    bool takesName;
};

constexpr std::array<ActionName, 6> actions{{
    {"add", AdminCommand::Action::Add, true},
    {"passwd", AdminCommand::Action::Passwd, true},
    {"role", AdminCommand::Action::Role, true},
    {"totp", AdminCommand::Action::Totp, true},
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
        // What can only be judged when all arguments are known.
        if (misuse_.empty())
            misuse_ = faultOfVerb();
        if (misuse_.empty())
            misuse_ = faultOfOptions();
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
        const auto equals = option.find('=');
        const auto name = std::string(option.substr(0, equals));
        const auto* const own = findVerbOption(name);
        if (own != nullptr && own->placeholder.empty()) {
            if (equals != std::string_view::npos)
                misuse_ = "option --" + name + " takes no value";
            else
                takeVerbOption(*own, {});
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
        else if (own != nullptr)
            takeVerbOption(*own, value);
        else
            line_.flags.push_back({name, value});
    }

    // Two verbs may know an option; which one it is for turns out at the end.
    void takeVerbOption(const VerbOption& option, const std::string& value) {
        given_.push_back(&option);
        if (option.name == "generate")
            line_.admin.generate = true;
        else if (option.name == "remove")
            line_.admin.remove = true;
        else if (option.name == "role")
            line_.admin.role = value;
        else if (option.name == "json")
            line_.audit.json = true;
        else if (option.name == "yes")
            line_.erase.yes = true;
        else if (option.name == "user")
            line_.token.user = line_.erase.user = value;
        else if (option.name == "channel")
            line_.token.channel = line_.exporting.channel = value;
        else if (option.name == "ttl")
            line_.token.ttl = value;
        else if (option.name == "info")
            line_.token.info = value;
        else if (option.name == "since")
            line_.exporting.since = line_.audit.since = value;
        else if (option.name == "until")
            line_.exporting.until = line_.audit.until = value;
        else if (option.name == "api-key")
            line_.publish.apiKey = value;
        else
            line_.publish.url = value;
    }

    static std::vector<std::string> knownFlags() {
        std::vector<std::string> names{std::string(configFlag)};
        for (const auto& option : verbOptions())
            names.emplace_back(option.name);
        for (const auto& key : config::keys()) {
            if (!key.flag.name.empty())
                names.emplace_back(key.flag.name);
        }
        return names;
    }

    void takeOperand(const std::string& operand) {
        if (!verbGiven_) {
            takeVerb(operand);
            return;
        }
        auto* const place = nextPlace();
        if (line_.verb == Verb::Admin && action_ == nullptr)
            takeAction(operand);
        else if (place == nullptr)
            misuse_ = "unexpected argument " + config::inQuotes(operand);
        else
            *place = operand;
    }

    // Where the verb's next operand belongs; null when it takes none.
    std::string* nextPlace() {
        const auto ifEmpty = [](std::string& place) { return place.empty() ? &place : nullptr; };
        switch (line_.verb) {
        case Verb::HealthCheck: return ifEmpty(line_.url);
        case Verb::Backup: return ifEmpty(line_.backupFile);
        case Verb::Export: return ifEmpty(line_.exporting.file);
        case Verb::Publish:
            return line_.publish.channel.empty() ? &line_.publish.channel : ifEmpty(line_.publish.data);
        case Verb::Admin: return nextPlaceOfAdmin();
        case Verb::Audit: return ifEmpty(line_.audit.action);
        default: return nullptr;
        }
    }

    std::string* nextPlaceOfAdmin() {
        if (action_ == nullptr || !action_->takesName)
            return nullptr;
        if (line_.admin.name.empty())
            return &line_.admin.name;
        const bool takesRole = action_->action == AdminCommand::Action::Role;
        return takesRole && line_.admin.role.empty() ? &line_.admin.role : nullptr;
    }

    void takeVerb(const std::string& operand) {
        const auto verbs = verbNames();
        const auto found = std::find_if(verbs.begin(), verbs.end(),
                                        [&](const VerbName& candidate) { return candidate.name == operand; });
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
                      ", there are admin add, passwd, role, totp, remove and list";
            return;
        }
        action_ = found;
        line_.admin.action = found->action;
    }

    std::string faultOfVerb() const {
        switch (line_.verb) {
        case Verb::Admin: return faultOfAdmin();
        case Verb::Audit: return faultOfAudit();
        case Verb::Token:
            return line_.token.user ? "" : "token needs --user NAME; an empty one is somebody anonymous";
        case Verb::Publish:
            return line_.publish.data.empty() ? "publish needs a channel and JSON, or - to read it" : "";
        case Verb::Export:
            return line_.exporting.file.empty() ? "export needs a file, or - for standard output" : "";
        case Verb::Erase: return line_.erase.user.empty() ? "erase needs --user NAME" : "";
        case Verb::Backup: return line_.backupFile.empty() ? "backup needs a file" : "";
        default: return {};
        }
    }

    std::string faultOfAdmin() const {
        using Action = AdminCommand::Action;
        if (action_ == nullptr)
            return "admin needs one of add, passwd, role, totp, remove and list";
        if (action_->takesName && line_.admin.name.empty())
            return "admin " + std::string(action_->name) + " needs the operator's name";
        if (action_->action == Action::Role && line_.admin.role.empty())
            return "admin role needs the operator's name and a role";
        if (action_->action == Action::Totp && !line_.admin.remove)
            return "admin totp needs --remove; an operator sets a second factor up when logged in";
        return {};
    }

    std::string faultOfAudit() const {
        const auto& audit = line_.audit;
        if (audit.action.empty())
            return "audit needs verify or list";
        if (audit.action == AuditCommand::list)
            return {};
        if (audit.action != AuditCommand::verify)
            return "unknown command " + config::inQuotes("audit " + audit.action) +
                   ", there are audit verify and list";
        // A part of a chain proves nothing.
        return audit.since.empty() && audit.until.empty() ? ""
                                                          : "audit verify reads the whole record, without "
                                                            "--since and --until";
    }

    std::string faultOfOptions() const {
        for (const auto* const option : given_) {
            bool fits =
                std::find(option->verbs.begin(), option->verbs.end(), line_.verb) != option->verbs.end();
            if (fits && line_.verb == Verb::Admin)
                fits = std::find(option->actions.begin(), option->actions.end(), line_.admin.action) !=
                       option->actions.end();
            if (!fits)
                return "option --" + std::string(option->name) + " belongs to " + std::string(option->owners);
        }
        return {};
    }

    void complainAboutVerb(const std::string& operand) {
        std::vector<std::string> names;
        for (const auto& verb : verbNames())
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
    std::vector<const VerbOption*> given_;
    const ActionName* action_ = nullptr; // of admin
    bool verbGiven_ = false;
    bool optionsEnded_ = false;
};

} // namespace

std::variant<CommandLine, Misuse> parseCommandLine(const std::vector<std::string>& arguments) {
    return Parser(arguments).run();
}

} // namespace chinwag::app
