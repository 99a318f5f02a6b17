// Which commands there are and which options belong to them; reading and help come from here.
#pragma once

#include "app/CommandLine.h"

#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace chinwag::app {

struct VerbName {
    std::string_view name;
    Verb verb;
    std::string_view synopsis;
    std::string_view explanation;
};

/// An option that is no setting.
struct VerbOption {
    std::string_view name;
    std::string_view placeholder; ///< of its value; empty when it takes none
    std::vector<Verb> verbs;
    std::string_view owners; ///< those, in words
    std::string_view explanation;
    std::vector<AdminCommand::Action> actions{}; ///< of admin that it belongs to
};

std::span<const VerbName> verbNames();
std::span<const VerbOption> verbOptions();
/// Null when there is none of that name.
const VerbOption* findVerbOption(std::string_view name);

} // namespace chinwag::app
