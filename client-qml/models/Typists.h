// Who is writing in a room.
#pragma once

#include <QDeadlineTimer>
#include <QMap>
#include <QObject>
#include <QTimer>

namespace chinwag::models {

class Typists : public QObject {
    Q_OBJECT

public:
    explicit Typists(QObject* parent = nullptr);

    /// As a sentence; empty when nobody is.
    const QString& sentence() const { return sentence_; }
    void add(const QString& nick);
    void remove(const QString& nick);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void show();

    QTimer ends_;
    QMap<QString, QDeadlineTimer> typists_; ///< and until when each is shown
    QString sentence_;
};

} // namespace chinwag::models
