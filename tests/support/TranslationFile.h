// A file of translations (.ts), read for tests of it.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

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

} // namespace chinwag::test
