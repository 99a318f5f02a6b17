// The part of a room about what a person has read there, and what is new to them.
#include "models/Mention.h"
#include "models/Room.h"

namespace chinwag::models {

namespace {

// A reader moves on; what the server keeps of that is one message in a second.
constexpr std::chrono::seconds seenTogether{1};

} // namespace

void Room::count(const sdk::Publication& publication) {
    const bool isOwn = publication.own || publication.ownId != 0;
    if (isOwn || ignored_.contains(publication.user, publication.nick))
        return;
    setHidden(false);
    if (watched_) {
        markSeen();
        return;
    }
    if (unread_ == 0)
        timeline_.divideBeforeNewest();
    const bool personal = isDirect() || speaksTo(ownNick(), publication.text, publication.replyTo, timeline_);
    setUnread(unread_ + 1, mentions_ + (personal ? 1 : 0));
    Q_EMIT heard(publication.nick, publication.text, personal);
}

void Room::setUnread(int unread, int mentions) {
    if (unread_ == unread && mentions_ == mentions)
        return;
    unread_ = unread;
    mentions_ = mentions;
    Q_EMIT unreadChanged();
}

void Room::setWatched(bool watched) {
    if (watched == watched_)
        return;
    if (seenSoon_.isActive()) { // what was seen was, however short one looked
        seenSoon_.stop();
        tellSeen();
    }
    watched_ = watched;
    if (watched)
        markSeen();
}

void Room::putAway() {
    setWatched(false);
    if (unread_ == 0)
        timeline_.removeDivider();
}

void Room::markSeen() {
    setUnread(0, 0);
    if (!seenSoon_.isActive() && timeline_.newestServerId() != seenTold_)
        seenSoon_.start(seenTogether);
}

void Room::tellSeen() {
    if (!watched_ || state_ != Open)
        return;
    seenTold_ = timeline_.newestServerId();
    client_.markRead(note_.room, seenTold_);
}

int Room::mentionsAmong(int unread) const {
    return isDirect() ? unread : mentionsAmongLast(unread, ownNick(), timeline_);
}

void Room::onReadElsewhere(const QString& messageId) {
    const int left = timeline_.heardBehind(messageId);
    if (left < 0 || left >= unread_)
        return;
    seenTold_ = messageId;
    setUnread(left, mentionsAmong(left));
    if (left == 0)
        timeline_.removeDivider();
}

void Room::onSummary(const sdk::RoomSummary& summary) {
    if (!summary.lastAt.isNull())
        noteTime(summary.lastAt);
    Q_EMIT previewChanged();
    if (summary.unread < 0 || watched_)
        return;
    if (state_ != Open) {
        summary_ = summary; // where it begins is not here yet
        return;
    }
    seenTold_ = summary.readUpTo;
    // The server knows those that are older than what is here, too; all there is in a room of two is for us.
    const bool isCounted = summary.mentions >= 0 && !isDirect();
    setUnread(summary.unread, isCounted ? summary.mentions : mentionsAmong(summary.unread));
    timeline_.divideBeforeLast(summary.unread);
}

} // namespace chinwag::models
