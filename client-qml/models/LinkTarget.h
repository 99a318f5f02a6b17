// Where a start of the program leads, by its address or log-in link and what was said beside it.
#pragma once

#include <QObject>
#include <QString>

namespace chinwag::models {

struct LinkTarget {
    Q_GADGET
    Q_PROPERTY(QString server MEMBER server)
    Q_PROPERTY(QString room MEMBER room)
    Q_PROPERTY(QString nick MEMBER nick)
    Q_PROPERTY(QString token MEMBER token)
    Q_PROPERTY(QString fault MEMBER fault)

public:
    QString address{}; ///< to connect to, without what a log-in link says beside that; empty where it names
                       ///< no server
    QString server{};  ///< the same, as people say it
    QString room{};    ///< empty where it names none, as is the nick
    QString nick{};
    QString token{};      ///< of a log-in link; empty where it has none
    bool isLogin = false; ///< it is a log-in link, which says as who one comes
    QString fault{};      ///< what is wrong with one of them, for people; empty when nothing is

    /// `room` and `nick` may be empty; otherwise they come before those of the address.
    static LinkTarget read(const QString& address, const QString& room, const QString& nick);
};

} // namespace chinwag::models
