// The language that the console speaks.
#pragma once

#include <QTranslator>

namespace chinwag::admin {

/// Loads the language of QLocale(), or English, whose plurals are a translation too. False when the program
/// was built without either.
bool loadTranslation(QTranslator& translator);

} // namespace chinwag::admin
