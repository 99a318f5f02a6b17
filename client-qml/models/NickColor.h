// A colour and an initial for a nickname: the same for everybody and as on the page, without anything being
// stored.
#pragma once

#include <QColor>
#include <QObject>
#include <QString>
#include <QtQmlIntegration>

namespace chinwag::models {

class NickColor : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    /// For the nickname as text on the window's background, readable on light or dark.
    Q_INVOKABLE static QColor text(const QString& nick, bool dark);
    /// For a disc with a white initial on it.
    Q_INVOKABLE static QColor disc(const QString& nick, bool dark);
    /// The first character as people count them, in upper case.
    Q_INVOKABLE static QString initial(const QString& nick);

    /// In degrees.
    static double hue(const QString& nick);
};

} // namespace chinwag::models
