#include "models/TimelineEntry.h"

namespace chinwag::models {

namespace {

constexpr qsizetype quoteLength = 140;

} // namespace

QString quoteOf(const QString& text) {
    return text.left(2 * quoteLength).simplified().left(quoteLength);
}

TimelineEntry::TimelineEntry(const sdk::Publication& publication, const QDateTime& now)
    : nick(publication.nick),
      at(publication.at.isNull() ? now : publication.at),
      own(publication.own || publication.ownId != 0),
      notice(publication.kind == sdk::Publication::Kind::Notice),
      edited(publication.edited),
      redacted(publication.kind == sdk::Publication::Kind::Redacted),
      serverId(publication.id),
      replyTo(publication.replyTo),
      user(publication.user) {
    if (!redacted)
        text = publication.text;
}

} // namespace chinwag::models
