#include "models/Mention.h"

#include "protocol/Mention.h"

namespace chinwag::models {

// The server counts by the same rule what is not here.
bool mentions(const QString& text, const QString& nick) {
    const QByteArray said = text.toUtf8();
    const QByteArray name = nick.toUtf8();
    return protocol::mentions({said.constData(), static_cast<std::size_t>(said.size())},
                              {name.constData(), static_cast<std::size_t>(name.size())});
}

bool speaksTo(const QString& nick, const QString& text, const QString& replyTo,
              const TimelineModel& timeline) {
    if (mentions(text, nick))
        return true;
    const int answered = replyTo.isEmpty() ? -1 : timeline.rowOfMessage(replyTo);
    return answered >= 0 && timeline.index(answered).data(TimelineModel::OwnRole).toBool();
}

int mentionsAmongLast(int unread, const QString& nick, const TimelineModel& timeline) {
    int found = 0;
    for (int row = 0; row < timeline.count() && unread > 0; ++row) {
        const QModelIndex line = timeline.index(row);
        if (line.data(TimelineModel::OwnRole).toBool() || line.data(TimelineModel::NoticeRole).toBool())
            continue;
        --unread;
        const bool speaks = speaksTo(nick, line.data(TimelineModel::TextRole).toString(),
                                     line.data(TimelineModel::ReplyToRole).toString(), timeline);
        found += speaks ? 1 : 0;
    }
    return found;
}

} // namespace chinwag::models
