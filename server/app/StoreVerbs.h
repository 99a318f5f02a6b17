// `chinwagd export`, `erase`, `backup` and `check-store`: the upkeep of what is kept.
#pragma once

#include "app/CommandLine.h"
#include "config/Settings.h"

#include <string>

namespace chinwag::app {

/// Each works on the store of the configuration and returns the program's exit status; complaints and
/// progress go to standard error.
int exportStore(const ExportCommand& command, const config::Settings& settings);
int eraseFromStore(const EraseCommand& command, const config::Settings& settings);
int backUpStore(const std::string& file, const config::Settings& settings);
/// Failure, too, when the store is not sound; then standard output says what is wrong.
int checkStore(const config::Settings& settings);

} // namespace chinwag::app
