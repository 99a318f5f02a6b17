// What is checked of a translated window: which texts it has, and what of them fits.
#pragma once

#include "support/TranslationFile.h"

#include <QString>
#include <QStringList>

class QMenu;
class QWidget;

namespace chinwag::test {

/// The visible texts of buttons, fields, labels and tables in `root`.
QStringList textsIn(QWidget& root);
/// Those of `root` that have less room than they need, each with what it is.
QStringList squeezedIn(QWidget& root);
/// Letters that more than one visible widget of a dialog, or action of a menu, wants for itself.
QStringList contestedLetters(QWidget& dialog);
QStringList contestedLetters(const QMenu& menu);

} // namespace chinwag::test
