#include "app/ConfigVerbs.h"

#include "app/ExitCode.h"
#include "app/Output.h"
#include "app/TokenSetup.h"
#include "config/Printer.h"

#include <cstdio>

namespace chinwag::app {

void reportFaults(const std::vector<config::Fault>& faults) {
    for (const auto& fault : faults)
        static_cast<void>(std::fputs((config::toString(fault) + "\n").c_str(), stderr));
    const auto count = std::to_string(faults.size()) + (faults.size() == 1 ? " fault" : " faults");
    static_cast<void>(std::fputs(("chinwagd: " + count + " in the configuration\n").c_str(), stderr));
}

int checkConfig(const config::Sources& sources) {
    auto result = config::load(sources);
    if (result.faults.empty()) {
        const auto rules = tokenRules(result.settings.auth);
        if (const auto* const fault = std::get_if<config::Fault>(&rules))
            result.faults.push_back(*fault);
    }
    if (!result.faults.empty()) {
        reportFaults(result.faults);
        return ConfigurationError;
    }
    return printed(result.file.empty() ? "the configuration is fine (no file)\n"
                                       : config::printable(result.file) + ": the configuration is fine\n");
}

int printConfig(const config::Sources& sources) {
    const auto result = config::load(sources);
    if (!result.faults.empty()) {
        reportFaults(result.faults);
        return ConfigurationError;
    }
    return printed(config::print(result.settings));
}

} // namespace chinwag::app
