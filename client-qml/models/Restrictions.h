// What holds for everybody in a room but those who look after it: whether anybody may write, and how often.
#pragma once

#include "sdk/Client.h"

#include <QObject>
#include <QtQmlIntegration>

namespace chinwag::models {

class Restrictions : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A room has them")
    Q_PROPERTY(bool locked READ isLocked NOTIFY changed)
    Q_PROPERTY(int slowSeconds READ slowSeconds NOTIFY changed)
    Q_PROPERTY(QString interval READ interval NOTIFY changed)

public:
    /// `client` outlives it.
    Restrictions(sdk::Client& client, QString channel, QObject* parent = nullptr);

    bool isLocked() const { return rules_.locked; }
    /// Everybody may write once in so long; 0: as often as they like.
    int slowSeconds() const { return rules_.slowSeconds; }
    /// The same for people, such as "30 seconds"; empty without one.
    QString interval() const { return inWords(rules_.slowSeconds); }
    /// Of so many seconds; empty of none.
    Q_INVOKABLE static QString inWords(int seconds);

    /// What staff does; told() follows when it could not be done.
    Q_INVOKABLE void setLocked(bool locked);
    Q_INVOKABLE void setSlow(int seconds);

    /// They hold from now on.
    void set(const sdk::RoomRules& rules);

Q_SIGNALS:
    void changed();
    void told(const QString& sentence);

private:
    void ask(const QString& method, QJsonObject parameters);

    sdk::Client& client_;
    const QString channel_;
    sdk::RoomRules rules_;
};

} // namespace chinwag::models
