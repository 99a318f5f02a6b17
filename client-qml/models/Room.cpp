#include "models/Room.h"

#include "models/Clock.h"
#include "sdk/RoomName.h"
#include "sdk/TokenClaims.h"

#include <algorithm>
#include <utility>

namespace chinwag::models {

Room::Room(sdk::Client& client, const IgnoreList& ignored, const RoomNote& note, QObject* parent)
    : QObject(parent),
      client_(client),
      ignored_(ignored),
      note_(note),
      members_(ignored),
      restrictions_(client, note.room) {
    timeline_.setIgnored(ignored);
    seenSoon_.setSingleShot(true);
    connect(&seenSoon_, &QTimer::timeout, this, &Room::tellSeen);
    connect(&typists_, &Typists::changed, this, &Room::typingChanged);
    connect(&restrictions_, &Restrictions::told, this, &Room::notify);
}

// --- what it is ---

bool Room::isDirect() const {
    return sdk::isDirect(note_.room);
}

QString Room::name() const {
    const QString name = sdk::nameOfRoom(note_.room);
    if (!isDirect())
        return name.section(u'#', 0, 0);
    const QStringList users = sdk::usersOfRoom(note_.room);
    return !otherNick_.isEmpty()             ? otherNick_
           : users.first() == client_.user() ? users.last()
                                             : users.first();
}

QString Room::title() const {
    return note_.room.isEmpty() || isDirect() ? name() : u'#' + name();
}

void Room::setPinned(bool pinned) {
    if (std::exchange(note_.pinned, pinned) != pinned)
        Q_EMIT noteChanged();
}

void Room::setMuted(bool muted) {
    if (std::exchange(note_.muted, muted) != muted)
        Q_EMIT noteChanged();
}

void Room::setHidden(bool hidden) {
    if (std::exchange(note_.left, hidden) != hidden)
        Q_EMIT noteChanged();
}

QString Room::preview() const {
    const int row = timeline_.newestMessage();
    if (row < 0)
        return {};
    const QString nick = fact(row, TimelineModel::NickRole).toString();
    const bool isOwn = fact(row, TimelineModel::OwnRole).toBool();
    const QString words = fact(row, TimelineModel::RedactedRole).toBool()
                              ? tr("This message was taken back.")
                              : quoteOf(fact(row, TimelineModel::TextRole).toString());
    if (isOwn)
        return tr("You: %1").arg(words);
    return nick.isEmpty() || isDirect() ? words : tr("%1: %2").arg(nick, words);
}

QStringList Room::people() const {
    QStringList nicks;
    for (const sdk::Person& person : members_.people())
        nicks.append(person.nick);
    return nicks;
}

QString Room::ownNick() const {
    const sdk::Destination& destination = client_.destination();
    const QString byToken = sdk::readTokenClaims(destination.token).nick;
    return byToken.isEmpty() ? destination.nick : byToken;
}

void Room::setState(State state, const QString& refusal) {
    state_ = state;
    refusal_ = refusal;
    Q_EMIT stateChanged();
}

void Room::setHasOlder(bool has) {
    if (std::exchange(hasOlder_, has) != has)
        Q_EMIT olderChanged();
}

// --- the connection ---

void Room::onOpened(bool complete) {
    hasPast_ = true;
    restored_ = false;
    if (complete)
        lostAt_ = {};
    else
        tellGap();
    setState(Open);
    if (summary_)
        onSummary(*std::exchange(summary_, std::nullopt));
    if (watched_)
        markSeen();
}

void Room::onClosed(const QString& reason) {
    onConnectionLost();
    setState(Closed, reason);
}

// Nobody is seen from here.
void Room::onConnectionLost() {
    if (state_ == Open)
        lostAt_ = QDateTime::currentDateTime();
    asking_ = false;
    typists_.clear();
    onPeople({});
    setState(Joining);
}

// A reader must know where something may be missing.
void Room::tellGap() {
    if (lostAt_.isNull())
        return;
    const QDateTime now = QDateTime::currentDateTime();
    timeline_.addNotice(tr("Reconnected. Messages sent between %1 and %2 may be missing here.")
                            .arg(clock(std::exchange(lostAt_, {})), clock(now)),
                        now);
}

// --- what is said ---

void Room::onReceived(const sdk::Publication& publication) {
    const QDateTime now = QDateTime::currentDateTime();
    typists_.remove(publication.nick);
    if (publication.ownId != 0 && timeline_.confirm(publication.ownId, publication, now)) {
        Q_EMIT unsentChanged();
    } else if (timeline_.take(publication, now)) {
        noteTime(publication.at.isNull() ? now : publication.at);
        if (hasPast_)
            count(publication);
    }
    Q_EMIT previewChanged();
}

void Room::onPage(const sdk::Page& page) {
    const QDateTime now = QDateTime::currentDateTime();
    const int before = timeline_.count();
    if (page.latest) {
        if (page.gap && restored_ && !page.messages.isEmpty()) {
            timeline_.clearPast(); // the server has all of it, and without the hole
            lostAt_ = {};
        } else if (page.gap) {
            tellGap();
        }
        for (const sdk::Publication& message : page.messages)
            onReceived(message);
    } else {
        asking_ = false;
        timeline_.prepend(page.messages, now);
    }
    setHasOlder(page.more && !timeline_.isFull());
    // Of a page that was here already, a reader sees nothing that would make them ask for the next.
    if (!page.latest && !page.messages.isEmpty() && timeline_.count() == before)
        askOlder();
}

void Room::noteTime(const QDateTime& at) {
    if (lastAt_.isNull() || at > lastAt_)
        lastAt_ = at;
}

void Room::onMessageRefused(const QString& reason) {
    notify(tr("The server did not take a message: %1").arg(reason));
}

void Room::notify(const QString& sentence) {
    timeline_.addNotice(sentence, QDateTime::currentDateTime());
}

void Room::onTyping(const QString& nick) {
    const sdk::Person person = members_.find({}, nick);
    if (!ignored_.contains(person.user, nick))
        typists_.add(nick);
}

void Room::onPeople(const QList<sdk::Person>& people) {
    if (people == members_.people())
        return;
    members_.set(people);
    Q_EMIT peopleChanged();
    if (!isDirect())
        return;
    for (const sdk::Person& person : people) {
        const bool isOther = !person.user.isEmpty() && person.user != client_.user();
        if (isOther && std::exchange(otherNick_, person.nick) != person.nick)
            Q_EMIT titleChanged();
    }
}

// --- what is done ---

bool Room::say(const QString& text) {
    if (text.trimmed().isEmpty() || text.toUcs4().size() > sdk::maxMessageCharacters || note_.room.isEmpty())
        return false;
    if (draft_.purpose() == Draft::Edit) {
        if (!client_.ask({sdk::MessageRequest::Kind::Edit, note_.room, draft_.messageId(), text}))
            return false;
    } else {
        const QDateTime now = QDateTime::currentDateTime();
        const quint64 id = client_.publish(note_.room, text, draft_.messageId());
        timeline_.addPending(id, ownNick(), text, now, draft_.messageId());
        timeline_.removeDivider(); // whoever answers has read
        noteTime(now);
        Q_EMIT previewChanged();
        Q_EMIT unsentChanged();
    }
    draft_.finish();
    return true;
}

void Room::write() {
    client_.tellTyping(note_.room);
}

void Room::askOlder() {
    if (!hasOlder_ || asking_ || !client_.isOpen(note_.room))
        return;
    asking_ = true;
    client_.askOlder(note_.room);
}

void Room::resend(quint64 id) {
    client_.resend(id);
}

void Room::discard(quint64 id) {
    client_.discard(id);
    timeline_.removePending(id);
    Q_EMIT previewChanged();
    Q_EMIT unsentChanged();
}

QVariant Room::fact(int row, TimelineModel::Role role) const {
    return timeline_.data(timeline_.index(row), role);
}

void Room::reply(const QString& messageId) {
    const int row = timeline_.rowOfMessage(messageId);
    if (row >= 0 && fact(row, TimelineModel::AnswerableRole).toBool())
        draft_.reply(messageId, fact(row, TimelineModel::NickRole).toString(),
                     quoteOf(fact(row, TimelineModel::TextRole).toString()));
}

bool Room::edit(int row) {
    if (row < 0 || !fact(row, TimelineModel::ChangeableRole).toBool())
        return false;
    const QString text = fact(row, TimelineModel::TextRole).toString();
    draft_.edit(fact(row, TimelineModel::ServerIdRole).toString(), quoteOf(text), text);
    return true;
}

bool Room::edit(const QString& messageId) {
    return edit(timeline_.rowOfMessage(messageId));
}

bool Room::editNewest() {
    return edit(timeline_.newestChangeable());
}

void Room::redact(const QString& messageId) {
    ask({sdk::MessageRequest::Kind::Redact, note_.room, messageId, {}});
}

void Room::report(const QString& messageId, const QString& reason) {
    ask({sdk::MessageRequest::Kind::Report, note_.room, messageId, reason});
}

void Room::ask(const sdk::MessageRequest& request) {
    if (!client_.ask(request))
        onAnswered(request, tr("There is no connection."));
}

void Room::onAnswered(const sdk::MessageRequest& request, const QString& refusal) {
    using Kind = sdk::MessageRequest::Kind;
    QString sentence;
    if (!refusal.isEmpty())
        sentence = request.kind == Kind::Edit     ? tr("The message could not be changed: %1").arg(refusal)
                   : request.kind == Kind::Redact ? tr("The message could not be taken back: %1").arg(refusal)
                                                  : tr("The message could not be reported: %1").arg(refusal);
    else if (request.kind == Kind::Report)
        sentence = tr("The message was reported to those who run this server. Thank you.");
    const bool lostText = request.kind == Kind::Edit && !refusal.isEmpty();
    // The words are not to be written twice.
    if (lostText && draft_.purpose() == Draft::Message && draft_.text().isEmpty())
        draft_.edit(request.messageId, quoteOf(request.text), request.text);
    if (!sentence.isEmpty())
        notify(sentence);
}

} // namespace chinwag::models
