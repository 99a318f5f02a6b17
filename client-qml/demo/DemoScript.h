// What people say in the demonstration.
#pragma once

#include "sdk/Link.h"

namespace chinwag::demo {

struct DemoRoom {
    QString room;
    QList<sdk::Publication> before;    ///< said when one comes in, the oldest first
    QList<sdk::Publication> meanwhile; ///< said while one looks on, over and over
};

/// The first one is the room that one comes into, the others are there already.
QList<DemoRoom> demoRooms(const QString& first, const QString& nick);

} // namespace chinwag::demo
