// The language that the user interface speaks.
#pragma once

#include <QTranslator>

namespace chinwag::models {

/// Loads the language of the desktop, or English. False when the program was built without either.
bool loadTranslation(QTranslator& translator);

} // namespace chinwag::models
