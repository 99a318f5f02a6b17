// The fields in front of the chat, and what is wrong with each.
#pragma once

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
    Q_PROPERTY(QString addressFault READ addressFault NOTIFY changed)
    Q_PROPERTY(QString nickFault READ nickFault NOTIFY changed)
    Q_PROPERTY(QString roomFault READ roomFault NOTIFY changed)

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
    /// Says who it is, where a server wants to know. It is not remembered.
    QString token() const { return token_; }
    QString addressFault() const { return addressFault_; }
    QString nickFault() const { return nickFault_; }
    QString roomFault() const { return roomFault_; }

    /// Writing into a field takes back what was said to be wrong with it.
    void setAddress(const QString& address);
    void setNick(const QString& nick);
    void setRoom(const QString& room);
    void setToken(const QString& token);

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

    QString address_;
    QString nick_;
    QString room_;
    QString token_;
    QString addressFault_;
    QString nickFault_;
    QString roomFault_;
};

} // namespace chinwag::models
