// The fields in front of the chat, and what is wrong with each.
#pragma once

#include "models/LinkTarget.h"
#include "sdk/Endpoint.h"
#include "sdk/Link.h"

#include <QObject>
#include <QtQmlIntegration>

#include <optional>

namespace chinwag::models {

class ConnectForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A chat has one")
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY changed)
    Q_PROPERTY(QString nick READ nick WRITE setNick NOTIFY changed)
    Q_PROPERTY(QString room READ room WRITE setRoom NOTIFY changed)
    Q_PROPERTY(QString token READ token WRITE setToken NOTIFY changed)
    Q_PROPERTY(bool tokenKept READ isTokenKept NOTIFY changed)
    Q_PROPERTY(bool canRemember READ canRemember NOTIFY changed)
    Q_PROPERTY(bool remembersToken READ remembersToken WRITE setRemembersToken NOTIFY changed)
    Q_PROPERTY(bool waiting READ isWaiting NOTIFY changed)
    Q_PROPERTY(QString addressFault READ addressFault NOTIFY changed)
    Q_PROPERTY(QString nickFault READ nickFault NOTIFY changed)
    Q_PROPERTY(QString roomFault READ roomFault NOTIFY changed)
    Q_PROPERTY(QString tokenFault READ tokenFault NOTIFY changed)

public:
    /// Where the fields lead.
    struct Aim {
        sdk::Destination destination;
        QString room; ///< as people call it
    };

    using QObject::QObject;

    QString address() const { return address_; }
    QString nick() const { return nick_; }
    QString room() const { return room_; }
    /// Says who it is, where a server wants to know.
    QString token() const { return token_; }
    /// One is kept for this server, and used when none is written.
    bool isTokenKept() const { return tokenKept_; }
    /// There is a keychain, and what a person wants of it for this server.
    bool canRemember() const { return canRemember_; }
    bool remembersToken() const { return remembersToken_; }
    /// The keychain is being asked for the token.
    bool isWaiting() const { return waiting_; }
    QString addressFault() const { return addressFault_; }
    QString nickFault() const { return nickFault_; }
    QString roomFault() const { return roomFault_; }
    QString tokenFault() const { return tokenFault_; }

    /// Writing into a field takes back what was said to be wrong with it.
    void setAddress(const QString& address);
    void setNick(const QString& nick);
    void setRoom(const QString& room);
    void setToken(const QString& token);
    void setRemembersToken(bool remembers) { set(remembersToken_, remembers); }

    // What TokenMemory says of it.
    void setTokenKept(bool kept) { set(tokenKept_, kept); }
    void setCanRemember(bool can) { set(canRemember_, can); }
    void setWaiting(bool waiting) { set(waiting_, waiting); }
    void setTokenFault(const QString& fault);

    /// Writes into the fields what it says; the others stay.
    Q_INVOKABLE void fillIn(const chinwag::models::LinkTarget& target);

    /// Where the fields lead; nothing when one of them is wrong, and then it says so. A log-in link that
    /// stands for the address is taken apart and fills in the others.
    std::optional<Aim> check();

    /// What is wrong with a nickname or a room, for a person; empty when nothing is.
    static QString faultOfNick(const QString& nick);
    static QString faultOfRoom(const QString& room);

Q_SIGNALS:
    void changed();

private:
    void takeLink(const sdk::Endpoint& link);
    void set(bool& flag, bool value);

    QString address_;
    QString nick_;
    QString room_;
    QString token_;
    QString addressFault_;
    QString nickFault_;
    QString roomFault_;
    QString tokenFault_;
    bool tokenKept_ = false;
    bool canRemember_ = false;
    bool remembersToken_ = false;
    bool waiting_ = false;
};

} // namespace chinwag::models
