// What the program's verbs say and end with.
#pragma once

#include <QString>

#include <string>

namespace chinwag::app {

/// Writes `text` to standard output. The exit status: a full disk or a closed pipe must not look like
/// success.
int printed(const std::string& text);

/// Writes why it went wrong to standard error. The exit status.
int failed(const QString& reason);

} // namespace chinwag::app
