// What rooms are called. In this library a room goes by its channel: `chat:lobby`, or for the users alone who
// stand behind the `#`, `chat:dialog#alice,bob`.
#pragma once

#include <QString>
#include <QStringList>

namespace chinwag::sdk {

/// The room that people call so.
QString roomCalled(const QString& name);

/// What people call a room; empty for a channel that is none.
QString nameOfRoom(const QString& room);

/// Whom a room is for alone; empty where it is for everybody.
QStringList usersOfRoom(const QString& room);

/// It is between two people.
bool isDirect(const QString& room);

} // namespace chinwag::sdk
