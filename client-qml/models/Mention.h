// Whether a message speaks to somebody.
#pragma once

#include "models/TimelineModel.h"

#include <QString>

namespace chinwag::models {

/// `text` has @nick in it, whatever the case, and not as the beginning of a longer name (protocol/Mention.h).
bool mentions(const QString& text, const QString& nick);

/// The same, or it answers a message of that timeline which is one's own.
bool speaksTo(const QString& nick, const QString& text, const QString& replyTo,
              const TimelineModel& timeline);

/// How many of the last `unread` messages of others speak to `nick`, as far as they are in the timeline.
int mentionsAmongLast(int unread, const QString& nick, const TimelineModel& timeline);

} // namespace chinwag::models
