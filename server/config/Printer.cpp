#include "config/Printer.h"

#include "config/Key.h"
#include "config/ValueWriter.h"

#include <algorithm>

namespace chinwag::config {

namespace {

constexpr std::string_view introduction =
    "Configuration of chinwagd. What is commented out is at its default. Every key can also be set by an "
    "environment variable, CHINWAG_SECTION_KEY (lists separated by commas), and some by a flag (chinwagd "
    "--help); flags win over the environment, and that wins over this file. \"chinwagd check-config\" finds "
    "all mistakes at once. SIGHUP reloads the file.";

constexpr std::string_view aboutNamespaces =
    "What channels do is settled by their namespace, which stands before the first colon of their names: a "
    "table [[namespace]] for each. Those below are ready-made; a table of the same name changes the keys "
    "that it has, and one of another name makes another namespace, where nothing is allowed or remembered "
    "but what its table says. They stand in this file alone, and a change takes a restart.";

/// `text` as comment lines of at most 100 characters.
std::string comment(std::string_view text) {
    constexpr std::size_t width = 98;
    std::string lines;
    while (!text.empty()) {
        auto end = text.size();
        if (end > width) {
            end = text.rfind(' ', width);
            if (end == std::string_view::npos)
                end = std::min(text.find(' '), text.size());
        }
        lines.append("# ").append(text.substr(0, end)).append("\n");
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string namespaceHelp() {
    auto text = "\n" + comment(aboutNamespaces);
    for (const auto& key : namespaceKeys())
        text += comment(std::string(key.name).append(": ").append(key.documentation) +
                        " Allowed: " + allowedValues(key) + ".");
    return text;
}

// What it would be if the file did not name it, or only named it.
NamespaceSettings defaultOf(const NamespaceSettings& one) {
    for (auto& readyMade : readyMadeNamespaces()) {
        if (readyMade.name == one.name)
            return readyMade;
    }
    NamespaceSettings fresh;
    fresh.name = one.name;
    return fresh;
}

// The last namespace of `settings`. `isReadyMade`: as long as it is not changed, it need not be there.
std::string namespaceText(const Settings& settings, bool isReadyMade) {
    Settings defaults;
    defaults.namespaces.assign(1, defaultOf(settings.namespaces.back()));
    std::string lines;
    bool isNeeded = !isReadyMade;
    for (const auto& key : namespaceKeys()) {
        const auto value = valueText(key, settings);
        const bool isDefault = value == valueText(key, defaults);
        isNeeded = isNeeded || !isDefault;
        if (key.name != "name")
            lines.append(isDefault ? "#" : "").append(key.name).append(" = ").append(value).append("\n");
    }
    const std::string_view mark = isNeeded ? "" : "#";
    return std::string("\n")
        .append(mark)
        .append("[[namespace]]\n")
        .append(mark)
        .append("name = ")
        .append(valueText(namespaceKeys().front(), settings))
        .append("\n")
        .append(lines);
}

std::string namespacesText(const Settings& settings) {
    const auto readyMade = readyMadeNamespaces();
    auto text = namespaceHelp();
    Settings scratch;
    for (const auto& one : settings.namespaces) {
        scratch.namespaces.assign(1, one);
        text +=
            namespaceText(scratch, std::any_of(readyMade.begin(), readyMade.end(),
                                               [&](const auto& other) { return other.name == one.name; }));
    }
    return text;
}

} // namespace

std::string print(const Settings& settings) {
    const Settings defaults;
    auto text = comment(introduction);
    std::string_view section;
    for (const auto& key : keys()) {
        if (key.section != section) {
            section = key.section;
            text.append("\n[").append(section).append("]\n");
        }
        text += "\n" + comment(key.documentation);
        text += comment("Allowed: " + allowedValues(key) +
                        (key.reloadable ? "." : ". A change takes a restart."));
        const auto value = valueText(key, settings);
        const bool isDefault = value == valueText(key, defaults);
        if (key.secret && !isDefault) {
            // Commented out: as a value it would be another secret.
            text += comment("It is set, and not shown.");
            text.append("#").append(key.name).append(" = \"***\"\n");
            continue;
        }
        text.append(isDefault ? "#" : "").append(key.name);
        text += " = " + value + "\n";
    }
    return text + namespacesText(settings);
}

std::vector<std::string> restartKeys(const Settings& running, const Settings& wanted) {
    std::vector<std::string> changed;
    for (const auto& key : keys()) {
        if (!key.reloadable && valueText(key, running) != valueText(key, wanted))
            changed.push_back(fullName(key));
    }
    if (namespacesText(running) != namespacesText(wanted))
        changed.emplace_back(namespaceSection);
    // A certificate can be exchanged, but whether an open listener speaks TLS cannot.
    if (running.server.tlsCertificate.empty() != wanted.server.tlsCertificate.empty())
        changed.emplace_back("server.tls_certificate");
    return changed;
}

} // namespace chinwag::config
