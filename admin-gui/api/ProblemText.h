// What the server's problems are called in the language of the console.
#pragma once

#include <QString>

namespace chinwag::admin {

/// A sentence or two for a person; empty for one of another kind, whose own words are all there is.
QString textOfProblem(const QString& type);

} // namespace chinwag::admin
