// The language of the program, which may change while it runs.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTranslator>

namespace chinwag::models {

/// The program has one. What is drawn from QML follows with QQmlEngine::retranslate(), once changed() says
/// so.
class Language : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~Language() override;

    /// "de", say; an empty one, and one that there is not, means the desktop's. Days and numbers follow, and
    /// so does the direction of the window.
    void use(const QString& code);

    /// Those that the program has texts in.
    static QStringList available();

Q_SIGNALS:
    void changed();

private:
    QTranslator own_;
    QTranslator qt_; ///< of Qt's own texts, where the machine has them
    QString code_;
    bool used_ = false;
};

} // namespace chinwag::models
