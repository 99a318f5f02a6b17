// What the arguments ask for.
#pragma once

#include "config/Loader.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace chinwag::app {

enum class Verb : std::uint8_t { Serve, CheckConfig, PrintConfig, HealthCheck, Version, Help };

struct CommandLine {
    Verb verb = Verb::Serve;
    std::string configFile;               ///< of --config, empty when not given
    std::vector<config::NamedText> flags; ///< settings, as config::Sources takes them
    std::string url;                      ///< of healthcheck, empty when not given
};

/// Why the arguments make no sense.
struct Misuse {
    std::string text;
};

/// Reads the arguments, without the program's name.
std::variant<CommandLine, Misuse> parseCommandLine(const std::vector<std::string>& arguments);

std::string helpText();

} // namespace chinwag::app
