// Whom one does not want to hear, on each server, between two runs of the program. A user goes by their
// token, whatever they call themselves; somebody anonymous has nothing but their nickname.
#pragma once

#include "models/Preferences.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QUrl>

namespace chinwag::models {

class IgnoreList : public QObject {
    Q_OBJECT

public:
    /// `preferences` outlives it.
    explicit IgnoreList(Preferences& preferences, QObject* parent = nullptr);

    /// Turns to the page of that server.
    void open(const QUrl& server);
    bool contains(const QString& user, const QString& nick) const;
    void set(const QString& user, const QString& nick, bool ignored);

Q_SIGNALS:
    void changed();

private:
    Preferences& preferences_;
    QString key_;
    QSet<QString> names_;
};

} // namespace chinwag::models
