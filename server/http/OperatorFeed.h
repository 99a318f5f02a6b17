// The live feed of operators: what its channels are told, and who may go on listening.
#pragma once

#include "auth/FeedDoor.h"
#include "auth/OperatorDoor.h"
#include "http/OperatorAccess.h"
#include "http/Probes.h"
#include "http/StatsJson.h"
#include "hub/Hub.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <cstdint>
#include <string>
#include <string_view>

class QJsonObject;

namespace chinwag::http {

/// Lives on the control thread. Once a second, and only while somebody follows the feed or has a token for
/// it, it looks what there is to tell: server/protocol/PROTOCOL.md says what. What nobody has subscribed to
/// is not made. Sessions of operators are looked at in the same second, so that whoever has lost theirs, or
/// has another role, is disconnected.
class OperatorFeed : public QObject {
    Q_OBJECT
public:
    /// What it tells of. All that is referred to must outlive it.
    struct Sources {
        auth::OperatorDoor& operators;
        auth::FeedDoor& door;
        hub::Hub& hub;
        Probes probes;
        LogPort logs;
    };

    explicit OperatorFeed(Sources sources, QObject* parent = nullptr);

    /// A token for whoever has `session`.
    FeedToken issueToken(const auth::OperatorSessions::Session& session);

    /// Tells now what has happened since the last second.
    void tell();

private:
    void review();
    void tellStats();
    void tellEvents();
    void tellConnections();
    void tellState();
    void tellLogs();
    ServerHealth health() const;
    void tellEvent(const QJsonObject& event);
    bool hasListeners(std::string_view channel) const;
    void publish(std::string_view channel, const QJsonObject& data);
    std::uint64_t latestLogSeq() const;

    Sources sources_;
    QTimer second_;
    // What has been told, as long as it goes on.
    metrics::Snapshot before_;
    ServerHealth health_;
    std::uint64_t toldLogs_ = 0; // up to this number
};

} // namespace chinwag::http
