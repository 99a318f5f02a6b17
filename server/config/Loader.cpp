#include "config/Loader.h"

#include "config/CrossChecks.h"
#include "config/NamespaceReader.h"
#include "config/Suggestion.h"
#include "config/TomlFile.h"
#include "config/ValueReader.h"

#include <algorithm>
#include <utility>

namespace chinwag::config {

namespace {

constexpr std::string_view prefix = "CHINWAG_";
constexpr std::string_view fileVariable = "CHINWAG_CONFIG";
constexpr std::string_view testPrefix = "CHINWAG_TEST_";

/// Kubernetes gives every container variables about the services beside it, and a service may well be
/// named "chinwag": CHINWAG_SERVICE_HOST, CHINWAG_PORT=tcp://..., CHINWAG_PORT_8000_TCP_ADDR.
bool isServiceLink(const NamedText& variable) {
    const std::string_view name = variable.name;
    const auto has = [&](std::string_view part) { return name.find(part) != std::string_view::npos; };
    if (name.ends_with("_SERVICE_HOST") || has("_SERVICE_PORT"))
        return true;
    if (has("_PORT_") && (has("_TCP") || has("_UDP") || has("_SCTP")))
        return true;
    return name.ends_with("_PORT") && variable.text.find("://") != std::string::npos;
}

class Loader {
public:
    explicit Loader(const Sources& sources) : sources_(sources) {}

    LoadResult run() {
        result_.file = sources_.file;
        for (const auto& variable : sources_.environment) {
            if (variable.name == fileVariable && result_.file.empty())
                result_.file = variable.text;
        }
        if (!result_.file.empty())
            loadFile();
        for (const auto& variable : sources_.environment)
            loadVariable(variable);
        loadFlags();
        crossCheck(
            result_.settings, [this](const Key& key) { return whereabouts(key); }, result_.faults);
        namespaces_.finish();
        return std::move(result_);
    }

private:
    void loadFile() {
        auto file = readTomlFile(result_.file);
        result_.faults = std::move(file.faults);
        for (const auto& entry : file.entries)
            loadEntry(entry);
        for (const auto& table : file.namespaces)
            namespaces_.read(table);
    }

    void loadEntry(const TomlEntry& entry) {
        if (const auto* key = findKey(entry.section, entry.name))
            take(*key, entry.value, OriginKind::File);
        else if (!isSection(entry.section))
            complainAboutSection(entry);
        else if (!entry.name.empty())
            complainAboutKey(entry);
    }

    static bool isSection(std::string_view name) {
        const auto all = sections();
        return std::find(all.begin(), all.end(), name) != all.end();
    }

    static std::optional<std::string> bracketed(const std::optional<std::string>& section) {
        return section ? std::optional("[" + *section + "]") : std::nullopt;
    }

    static std::vector<std::string> sections() {
        std::vector<std::string> names;
        for (const auto& key : keys()) {
            if (names.empty() || names.back() != key.section)
                names.emplace_back(key.section);
        }
        return names;
    }

    void complainAboutSection(const TomlEntry& entry) {
        if (entry.section == namespaceSection || (entry.section.empty() && entry.name == namespaceSection)) {
            if (std::exchange(unknownSection_, namespaceSection) != namespaceSection)
                result_.faults.push_back({entry.value.where, std::string(namespaceSection),
                                          "is a list of tables", "[[namespace]]"});
            return;
        }
        if (entry.section.empty() && isSection(entry.name)) {
            result_.faults.push_back({entry.value.where, entry.name, "is a section", "[" + entry.name + "]"});
            return;
        }
        if (entry.section.empty()) {
            std::vector<std::string> owners;
            for (const auto& key : keys()) {
                if (key.name == entry.name)
                    owners.push_back(fullName(key));
            }
            complainUnknown(entry.value.where, entry.name, "stands before the first section",
                            owners.empty() ? std::nullopt : std::optional(owners.front()));
            return;
        }
        // One fault for a section, not one for each of its keys.
        if (std::exchange(unknownSection_, entry.section) != entry.section)
            complainUnknown(entry.value.where, "[" + entry.section + "]", "is not a known section",
                            bracketed(nearest(entry.section, sections())));
    }

    void complainAboutKey(const TomlEntry& entry) {
        std::vector<std::string> here;
        std::optional<std::string> elsewhere;
        for (const auto& key : keys()) {
            if (key.section == entry.section)
                here.emplace_back(key.name);
            else if (key.name == entry.name)
                elsewhere = fullName(key);
        }
        complainUnknown(entry.value.where, entry.section + "." + entry.name, "is not a known key",
                        elsewhere ? elsewhere : nearest(entry.name, here));
    }

    void complainUnknown(const std::string& where, const std::string& name, const std::string& what,
                         const std::optional<std::string>& suggestion) {
        result_.faults.push_back(
            {where, name, suggestion ? what + ", did you mean " + *suggestion + "?" : what, {}});
    }

    void loadVariable(const NamedText& variable) {
        if (variable.name == fileVariable || variable.name.starts_with(testPrefix))
            return;
        std::vector<std::string> names;
        for (const auto& key : keys()) {
            if (environmentName(key) == variable.name) {
                take(key, {Untyped{variable.text}, variable.name}, OriginKind::Environment);
                return;
            }
            names.push_back(environmentName(key));
        }
        if (!isServiceLink(variable))
            complainUnknown(variable.name, {}, "is not a known variable", nearest(variable.name, names));
    }

    void loadFlags() {
        for (const auto& key : keys()) {
            std::optional<std::string> text;
            for (const auto& flag : sources_.flags) {
                if (key.flag.name.empty() || flag.name != key.flag.name)
                    continue;
                text = text && isList(key) ? *text + "," + flag.text : flag.text;
            }
            if (text)
                take(key, {Untyped{*text}, std::string("--").append(key.flag.name)}, OriginKind::Flag);
        }
    }

    void take(const Key& key, const RawValue& value, OriginKind kind) {
        readValue(key, value, result_.settings, result_.faults);
        result_.origins[fullName(key)] = {kind, value.where};
    }

    std::string whereabouts(const Key& key) const {
        const auto found = result_.origins.find(fullName(key));
        return found == result_.origins.end() ? std::string() : found->second.where;
    }

    const Sources& sources_;
    LoadResult result_;
    NamespaceReader namespaces_{result_.settings, result_.faults, result_.origins};
    std::string unknownSection_;
};

} // namespace

LoadResult load(const Sources& sources) {
    return Loader(sources).run();
}

std::vector<NamedText> environmentFrom(const char* const* environment) {
    std::vector<NamedText> found;
    for (; environment != nullptr && *environment != nullptr; ++environment) {
        const std::string_view entry = *environment;
        const auto equals = entry.find('=');
        if (entry.starts_with(prefix) && equals != std::string_view::npos)
            found.push_back({std::string(entry.substr(0, equals)), std::string(entry.substr(equals + 1))});
    }
    return found;
}

} // namespace chinwag::config
