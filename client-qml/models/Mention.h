// Whether a message speaks to somebody.
#pragma once

#include <QString>

namespace chinwag::models {

/// `text` has @nick in it, whatever the case, and not as the beginning of a longer name.
bool mentions(const QString& text, const QString& nick);

} // namespace chinwag::models
