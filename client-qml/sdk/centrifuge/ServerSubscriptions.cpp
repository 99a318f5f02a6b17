#include "sdk/centrifuge/ServerSubscriptions.h"

namespace chinwag::centrifuge {

QStringList ServerSubscriptions::removeOthers(const QHash<QString, SubscribeResult>& subs) {
    QStringList gone;
    for (const QString& channel : channels()) {
        if (!subs.contains(channel))
            gone.append(channel);
    }
    for (const QString& channel : std::as_const(gone))
        streams_.remove(channel);
    return gone;
}

bool ServerSubscriptions::take(const QString& channel, const Publication& publication) {
    const auto found = streams_.find(channel);
    return found != streams_.end() && found->take(publication);
}

void ServerSubscriptions::invalidate() {
    for (Stream& stream : streams_)
        stream.invalidate();
}

QJsonObject ServerSubscriptions::recovery() const {
    QJsonObject subs;
    for (auto stream = streams_.begin(); stream != streams_.end(); ++stream) {
        if (stream->isRecoverable())
            subs.insert(stream.key(), stream->recovery());
    }
    return subs;
}

} // namespace chinwag::centrifuge
