// `chinwagd audit`: the record of what operators did.
#pragma once

#include "app/CommandLine.h"
#include "config/Settings.h"

#include <string>

namespace chinwag::app {

/// Reads the record of the store that the configuration names, while a server has it or not. The program's
/// exit status; failure, too, when the record is not whole.
int showAudit(const AuditCommand& command, const config::Settings& settings);

/// What a command has done to an operator.
struct OperatorDeed {
    std::string action; ///< such as operator.add
    std::string name;   ///< of the operator
    std::string before; ///< JSON, or empty
    std::string after;  ///< likewise
};

/// Puts on record what the command has done, by the name of the account that it runs under. Where nothing is
/// kept, or nothing yet, there is no record; when it fails otherwise, standard error says so.
void recordDeed(const OperatorDeed& deed, const config::Settings& settings);

} // namespace chinwag::app
