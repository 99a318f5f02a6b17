// File, then environment, then flags, into one checked set of settings.
#pragma once

#include "config/Fault.h"
#include "config/Origin.h"
#include "config/Settings.h"

#include <string>
#include <vector>

namespace chinwag::config {

struct NamedText {
    std::string name;
    std::string text;
};

/// What there is to load from. Flags are named without dashes and win over the environment, which wins
/// over the file; a list's flags add up.
struct Sources {
    std::string file; ///< empty = the one that CHINWAG_CONFIG names, or none
    std::vector<NamedText> environment;
    std::vector<NamedText> flags;
};

/// The settings are to be used only when there is no fault; all faults are found in one go.
struct LoadResult {
    Settings settings;
    std::vector<Fault> faults;
    std::string file; ///< the one that was read, or empty
    Origins origins;
};

LoadResult load(const Sources& sources);

/// The variables of `environment` (as in environ(7)) that are named CHINWAG_*.
std::vector<NamedText> environmentFrom(const char* const* environment);

} // namespace chinwag::config
