#include "sdk/RoomName.h"

namespace chinwag::sdk {

namespace {

constexpr QLatin1String roomNamespace("chat:");

} // namespace

QString roomCalled(const QString& name) {
    return roomNamespace + name;
}

QString nameOfRoom(const QString& room) {
    return room.startsWith(roomNamespace) ? room.mid(roomNamespace.size()) : QString();
}

QStringList usersOfRoom(const QString& room) {
    const auto mark = room.indexOf(u'#');
    return mark < 0 ? QStringList() : room.mid(mark + 1).split(u',', Qt::SkipEmptyParts);
}

bool isDirect(const QString& room) {
    return usersOfRoom(room).size() == 2;
}

} // namespace chinwag::sdk
