#include "config/Printer.h"

#include "config/Key.h"
#include "config/ValueWriter.h"

namespace chinwag::config {

namespace {

constexpr std::string_view introduction =
    "Configuration of chinwagd. What is commented out is at its default. Every key can also be set by an "
    "environment variable, CHINWAG_SECTION_KEY (lists separated by commas), and some by a flag (chinwagd "
    "--help); flags win over the environment, and that wins over this file. \"chinwagd check-config\" finds "
    "all mistakes at once. SIGHUP reloads the file.";

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
    return text;
}

std::vector<std::string> restartKeys(const Settings& running, const Settings& wanted) {
    std::vector<std::string> changed;
    for (const auto& key : keys()) {
        if (!key.reloadable && valueText(key, running) != valueText(key, wanted))
            changed.push_back(fullName(key));
    }
    // A certificate can be exchanged, but whether an open listener speaks TLS cannot.
    if (running.server.tlsCertificate.empty() != wanted.server.tlsCertificate.empty())
        changed.emplace_back("server.tls_certificate");
    return changed;
}

} // namespace chinwag::config
