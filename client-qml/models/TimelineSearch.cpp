// The part of TimelineModel that looks for messages.
#include "models/TimelineModel.h"

#include <algorithm>

namespace chinwag::models {

int TimelineModel::rowOfMessage(const QString& serverId) const {
    const int position = places_.find(serverId);
    return position < 0 ? -1 : rowOf(position);
}

int TimelineModel::newestChangeable() const {
    for (int row = pending_; row < count(); ++row) {
        const Entry& entry = entries_[static_cast<std::size_t>(rowOf(row))];
        if (entry.own && entry.isAnswerable())
            return row;
    }
    return -1;
}

QString TimelineModel::newestServerId() const {
    for (int position = firstPending() - 1; position >= 0; --position) {
        const Entry& entry = entries_[static_cast<std::size_t>(position)];
        if (!entry.serverId.isEmpty())
            return entry.serverId;
    }
    return {};
}

int TimelineModel::newestMessage() const {
    for (int position = count() - 1; position >= 0; --position) {
        if (!entries_[static_cast<std::size_t>(position)].notice)
            return rowOf(position);
    }
    return -1;
}

int TimelineModel::heardBehind(const QString& serverId) const {
    const int from = places_.find(serverId);
    const auto isHeard = [](const Entry& entry) { return entry.isHeard(); };
    return from < 0 ? -1
                    : static_cast<int>(std::count_if(entries_.begin() + from + 1, entries_.end(), isHeard));
}

int TimelineModel::newestReportable(const QString& user, const QString& nick) const {
    for (int position = firstPending() - 1; position >= 0; --position) {
        const Entry& entry = entries_[static_cast<std::size_t>(position)];
        const bool isTheirs = entry.user == user && (!user.isEmpty() || entry.nick == nick);
        if (isTheirs && entry.isHeard() && entry.isAnswerable())
            return rowOf(position);
    }
    return -1;
}

int TimelineModel::positionOf(quint64 id) const {
    for (int position = firstPending(); position < count(); ++position) {
        if (entries_[static_cast<std::size_t>(position)].id == id)
            return position;
    }
    return -1;
}

} // namespace chinwag::models
