// What is checked of a translation: its file, and what of a window's texts fits.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

class QMenu;
class QWidget;

namespace chinwag::test {

struct Translated {
    QString context;
    QString source;
    QStringList texts; ///< more than one when they differ by number
    bool isNumerus = false;
    bool isFinished = true;
};

/// The entries of a .ts file; none when it cannot be read.
QVector<Translated> readTranslation(const QString& path);
/// "%1", "%n" and so on, sorted.
QStringList placesOf(const QString& text);

/// The visible texts of buttons, fields, labels and tables in `root`.
QStringList textsIn(QWidget& root);
/// Those of `root` that have less room than they need, each with what it is.
QStringList squeezedIn(QWidget& root);
/// Letters that more than one visible widget of a dialog, or action of a menu, wants for itself.
QStringList contestedLetters(QWidget& dialog);
QStringList contestedLetters(const QMenu& menu);

} // namespace chinwag::test
