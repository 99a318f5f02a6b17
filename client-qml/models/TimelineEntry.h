// One line of the timeline: a message, or what the program has to say.
#pragma once

#include "sdk/Link.h"
#include "sdk/Outbox.h"

#include <QDateTime>
#include <QString>

namespace chinwag::models {

/// A message's first words, in one line.
QString quoteOf(const QString& text);

struct TimelineEntry {
    TimelineEntry() = default;
    /// `now` is for what has no time of its own.
    TimelineEntry(const sdk::Publication& publication, const QDateTime& now);

    bool isAnswerable() const { return !serverId.isEmpty() && !redacted && !notice; }
    /// Somebody else has said it.
    bool isHeard() const { return !own && !notice; }

    QString nick{};
    QString text{};
    QDateTime at{};
    quint64 id = 0; ///< 0 once it is delivered
    sdk::MessageState state = sdk::MessageState::Delivered;
    bool own = false;
    bool notice = false;
    bool edited = false;
    bool redacted = false;
    QString serverId{};
    QString replyTo{};
    QString user{};
};

} // namespace chinwag::models
