// What is said in a `chat:` channel, from the data of a publication.
#pragma once

#include "sdk/Link.h"
#include "sdk/centrifuge/Types.h"

#include <QJsonObject>

#include <optional>

namespace chinwag::sdk::chat {

/// A message, or what became of one. Nothing for what is neither, such as word of who writes.
std::optional<Publication> readPublication(const centrifuge::Publication& publication);

/// The message up to which somebody has read; empty when `data` says something else.
QString readMarker(const QJsonValue& data);

/// Who is writing; empty when `data` says something else.
QString readTyping(const QJsonValue& data);

/// The answer of `chat.rules`, or of what changes them.
RoomRules readRules(const QJsonValue& data);

/// The rules that hold from now on; nothing when `data` says something else.
std::optional<RoomRules> readRulesNotice(const QJsonValue& data);

Person personOf(const centrifuge::ClientInfo& info);

struct HistoryPage {
    QList<Publication> messages; ///< oldest first
    quint64 next = 0;            ///< where older ones begin; 0 = there are none
};

/// The answer of `chat.history`.
HistoryPage readHistory(const QJsonValue& data);

struct RoomsPage {
    QList<RoomSummary> rooms;
    QString next; ///< where further ones begin; empty = there are none
};

/// The answer of `chat.rooms`.
RoomsPage readRooms(const QJsonValue& data);

} // namespace chinwag::sdk::chat
