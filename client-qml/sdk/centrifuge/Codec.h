// The Centrifuge protocol in JSON: frames from and to values. A frame holds one object a line.
#pragma once

#include "sdk/centrifuge/Types.h"

#include <QJsonObject>

#include <optional>

namespace chinwag::centrifuge::codec {

/// The objects of a frame; nothing when it is not what the protocol allows.
std::optional<QList<QJsonObject>> parseFrame(const QString& frame);

/// A command as a line without its end. Without an `id` it has no reply.
QByteArray commandLine(quint32 id, const QString& name, const QJsonObject& parameters);

Error readError(const QJsonObject& object);
ClientInfo readClientInfo(const QJsonObject& object);
Publication readPublication(const QJsonObject& object);
TimeToLive readTimeToLive(const QJsonObject& object);
StreamPosition readPosition(const QJsonObject& object);
SubscribeResult readSubscribeResult(const QJsonObject& object);
ConnectResult readConnectResult(const QJsonObject& object);
HistoryResult readHistory(const QJsonObject& object);
PresenceResult readPresence(const QJsonObject& object);
PresenceStatsResult readPresenceStats(const QJsonObject& object);

/// `since` and what else a position is asked with.
QJsonObject writePosition(const StreamPosition& position);
QJsonObject writeHistory(const QString& channel, const HistoryOptions& options);

} // namespace chinwag::centrifuge::codec
