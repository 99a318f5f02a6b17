// The channels to which a server has subscribed a client, and how far it has followed each. Internal to the
// client.
#pragma once

#include "sdk/centrifuge/Stream.h"

#include <QHash>
#include <QStringList>

namespace chinwag::centrifuge {

class ServerSubscriptions {
public:
    QStringList channels() const { return streams_.keys(); }
    bool contains(const QString& channel) const { return streams_.contains(channel); }

    /// The server subscribes. The publications that are new.
    QList<Publication> begin(const QString& channel, const SubscribeResult& result) {
        return streams_[channel].begin(result);
    }
    bool remove(const QString& channel) { return streams_.remove(channel); }
    /// Those that are not among `subs` any more; they are forgotten.
    QStringList removeOthers(const QHash<QString, SubscribeResult>& subs);
    /// False for what is no news.
    bool take(const QString& channel, const Publication& publication);
    void invalidate();
    /// The member `subs` of an opening command.
    QJsonObject recovery() const;

private:
    QHash<QString, Stream> streams_;
};

} // namespace chinwag::centrifuge
