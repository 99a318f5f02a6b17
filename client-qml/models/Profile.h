// One of the people, as they are shown: who they are, since when they are here, and what one may do about
// them.
#pragma once

#include "models/IgnoreList.h"
#include "models/Room.h"
#include "sdk/Client.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QtQmlIntegration>

namespace chinwag::models {

class Profile : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A chat has one")
    Q_PROPERTY(QString nick READ nick NOTIFY changed)
    Q_PROPERTY(QString user READ user NOTIFY changed)
    Q_PROPERTY(QString since READ since NOTIFY changed)
    Q_PROPERTY(QString active READ active NOTIFY changed)
    Q_PROPERTY(bool here READ isHere NOTIFY changed)
    Q_PROPERTY(bool staff READ isStaff NOTIFY changed)
    Q_PROPERTY(bool own READ isOwn NOTIFY changed)
    Q_PROPERTY(bool addressable READ isAddressable NOTIFY changed)
    Q_PROPERTY(bool moderatable READ isModeratable NOTIFY changed)
    Q_PROPERTY(QString messageId READ messageId NOTIFY changed)
    Q_PROPERTY(QString words READ words NOTIFY changed)
    Q_PROPERTY(bool ignored READ isIgnored WRITE setIgnored NOTIFY changed)

public:
    /// Both outlive it.
    Profile(sdk::Client& client, IgnoreList& ignored, QObject* parent = nullptr);

    const QString& nick() const { return person_.nick; }
    const QString& user() const { return person_.user; }
    /// Since when they are connected, as text; empty while that is not known.
    QString since() const;
    /// When they last did something, as text; empty while that is not known.
    QString active() const;
    /// They are in the room.
    bool isHere() const { return !person_.client.isEmpty(); }
    bool isStaff() const { return staff_; }
    bool isOwn() const;
    /// There can be a room of the two.
    bool isAddressable() const;
    /// We are staff, and may put them out.
    bool isModeratable() const;
    /// The last that they have said in the room, by its name on the server, and its words; empty where
    /// nothing of theirs is in the timeline. It is what a report of them shows.
    const QString& messageId() const { return messageId_; }
    const QString& words() const { return words_; }
    bool isIgnored() const { return ignored_.contains(person_.user, person_.nick); }
    void setIgnored(bool ignored) { ignored_.set(person_.user, person_.nick, ignored); }

    /// Shows that one; the server is asked for what it knows of them.
    Q_INVOKABLE void show(chinwag::models::Room* room, const QString& user, const QString& nick);
    /// By how many bytes of UTF-8 a reason is longer than a server takes; 0 when it is not.
    Q_INVOKABLE static int excessOf(const QString& reason);
    /// They are sent away, and may come back. `reason` is theirs to read, and may be empty.
    Q_INVOKABLE void kick(const QString& reason);
    /// They may read here and not write; 0 minutes: until somebody lifts it.
    Q_INVOKABLE void mute(int minutes, const QString& reason);
    /// They may not be here.
    Q_INVOKABLE void ban(int minutes, const QString& reason);

Q_SIGNALS:
    void changed();
    /// What became of something that was done about them, as a sentence.
    void told(const QString& sentence);

private:
    void act(const QString& method, QJsonObject parameters, const QString& reason, const QString& done);
    void findMessage();
    void onWhois(const QJsonObject& facts);

    sdk::Client& client_;
    IgnoreList& ignored_;
    QPointer<Room> room_;
    sdk::Person person_;
    QDateTime since_;
    QDateTime active_;
    QString messageId_;
    QString words_;
    bool staff_ = false;
};

} // namespace chinwag::models
