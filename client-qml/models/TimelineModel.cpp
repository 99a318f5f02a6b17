#include "models/TimelineModel.h"

#include "models/Clock.h"
#include "models/Markup.h"

#include <QLocale>

#include <algorithm>
#include <iterator>
#include <utility>

namespace chinwag::models {

TimelineModel::TimelineModel(int limit, QObject* parent) : QAbstractListModel(parent), limit_(limit) {}

void TimelineModel::setIgnored(const IgnoreList& ignored) {
    ignored_ = &ignored;
    connect(ignored_, &IgnoreList::changed, this, [this] { refreshAll({IgnoredRole}); });
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> TimelineModel::roleNames() const {
    return {{NickRole, "nick"},
            {TextRole, "text"},
            {MarkupRole, "markup"},
            {TimeRole, "time"},
            {MomentRole, "moment"},
            {OwnRole, "own"},
            {StateRole, "delivery"},
            {NoticeRole, "notice"},
            {FirstOfGroupRole, "firstOfGroup"},
            {LastOfGroupRole, "lastOfGroup"},
            {DayRole, "day"},
            {MessageIdRole, "messageId"},
            {EditedRole, "edited"},
            {RedactedRole, "redacted"},
            {ReplyNickRole, "replyNick"},
            {ReplyTextRole, "replyText"},
            {ServerIdRole, "serverId"},
            {ReplyToRole, "replyTo"},
            {AnswerableRole, "answerable"},
            {ChangeableRole, "changeable"},
            {UnreadRole, "unread"},
            {UserRole, "user"},
            {IgnoredRole, "ignored"}};
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int position = rowOf(index.row());
    const Entry& entry = entries_[static_cast<std::size_t>(position)];
    switch (role) {
    case NickRole: return entry.nick;
    case Qt::DisplayRole:
    case TextRole: return entry.text;
    case MarkupRole: // of the few that are in view
        return entry.notice ? QString() : formatted(entry.text);
    case TimeRole: return clock(entry.at);
    case MomentRole: return QLocale().toString(entry.at, QLocale::LongFormat);
    case OwnRole: return entry.own;
    case StateRole: return static_cast<State>(entry.state);
    case NoticeRole: return entry.notice;
    case MessageIdRole: return entry.id;
    case EditedRole: return entry.edited;
    case RedactedRole: return entry.redacted;
    case ReplyNickRole:
    case ReplyTextRole: return reply(entry, role);
    case ServerIdRole: return entry.serverId;
    case ReplyToRole: return entry.replyTo;
    case AnswerableRole: return entry.isAnswerable();
    case ChangeableRole: return entry.isAnswerable() && entry.own;
    case UnreadRole: return position == places_.divider();
    case UserRole: return entry.user;
    case IgnoredRole:
        return ignored_ != nullptr && entry.isHeard() && ignored_->contains(entry.user, entry.nick);
    default: return grouping(position, role);
    }
}

QVariant TimelineModel::grouping(int position, int role) const {
    switch (role) {
    case FirstOfGroupRole: return !continues(position);
    case LastOfGroupRole: return position + 1 >= count() || !continues(position + 1);
    case DayRole:
        return beginsDay(position)
                   ? QLocale().toString(entries_[static_cast<std::size_t>(position)].at.date(),
                                        QLocale::LongFormat)
                   : QString();
    default: return {};
    }
}

// True when the entry belongs to the same group as the one before it.
bool TimelineModel::continues(int position) const {
    if (position == 0 || beginsDay(position) || position == places_.divider())
        return false;
    const Entry& before = entries_[static_cast<std::size_t>(position) - 1];
    const Entry& entry = entries_[static_cast<std::size_t>(position)];
    // Who merely calls themselves as somebody else does is not the same; of what is ours, all is.
    const bool isSame = before.nick == entry.nick && (entry.own || before.user == entry.user);
    return !before.notice && !entry.notice && before.own == entry.own && isSame &&
           before.at.msecsTo(entry.at) < groupSpanMs;
}

bool TimelineModel::beginsDay(int position) const {
    return position == 0 || entries_[static_cast<std::size_t>(position) - 1].at.date() !=
                                entries_[static_cast<std::size_t>(position)].at.date();
}

// What an answer answers, as far as it is here.
QVariant TimelineModel::reply(const Entry& entry, int role) const {
    const int position = entry.replyTo.isEmpty() ? -1 : places_.find(entry.replyTo);
    if (position < 0)
        return QString();
    const Entry& answered = entries_[static_cast<std::size_t>(position)];
    if (role == ReplyNickRole)
        return answered.nick;
    return answered.redacted ? tr("This message was taken back.") : quoteOf(answered.text);
}

bool TimelineModel::take(const sdk::Publication& publication, const QDateTime& now) {
    using Kind = sdk::Publication::Kind;
    const bool known = places_.find(publication.id) >= 0;
    if (publication.kind == Kind::Edited) {
        edit(publication);
        return false;
    }
    if (known) {
        if (publication.kind == Kind::Redacted)
            redact(publication.id);
        return false;
    }
    Entry entry(publication, now);
    const bool own = entry.own;
    places_.note(entry.serverId, firstPending());
    insert(firstPending(), std::move(entry));
    trim();
    if (!own)
        Q_EMIT heard();
    return true;
}

void TimelineModel::prepend(const QList<sdk::Publication>& messages, const QDateTime& now) {
    std::deque<Entry> older;
    for (auto message = messages.rbegin(); message != messages.rend(); ++message) {
        if (count() + static_cast<int>(older.size()) >= limit_)
            break;
        if (message->kind != sdk::Publication::Kind::Edited && places_.find(message->id) < 0)
            older.emplace_front(*message, now);
    }
    if (older.empty())
        return;
    const int added = static_cast<int>(older.size());
    places_.putInFront(added);
    for (int position = 0; position < added; ++position)
        places_.note(older[static_cast<std::size_t>(position)].serverId, position);
    beginInsertRows({}, count(), count() + added - 1);
    entries_.insert(entries_.begin(), std::make_move_iterator(older.begin()),
                    std::make_move_iterator(older.end()));
    endInsertRows();
    refresh(added - 1, added);
    refreshQuotes();
    Q_EMIT countChanged();
}

// Those who answer show what they answer.
void TimelineModel::refreshQuotes() {
    refreshAll({ReplyNickRole, ReplyTextRole});
}

void TimelineModel::refreshAll(const QList<int>& roles) {
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), roles);
}

void TimelineModel::edit(const sdk::Publication& publication) {
    const int position = places_.find(publication.id);
    if (position < 0)
        return;
    Entry& entry = entries_[static_cast<std::size_t>(position)];
    if (entry.redacted)
        return;
    entry.text = publication.text;
    entry.edited = true;
    refresh(position, position);
    refreshQuotes();
}

void TimelineModel::redact(const QString& id) {
    const int position = places_.find(id);
    Entry& entry = entries_[static_cast<std::size_t>(position)];
    entry.text.clear();
    entry.redacted = true;
    refresh(position, position);
    refreshQuotes();
}

void TimelineModel::addNotice(const QString& text, const QDateTime& at) {
    Entry entry;
    entry.text = text;
    entry.at = at;
    entry.notice = true;
    insert(firstPending(), std::move(entry));
    trim();
}

void TimelineModel::addPending(quint64 id, const QString& nick, const QString& text, const QDateTime& at,
                               const QString& replyTo) {
    ++pending_;
    Entry entry;
    entry.nick = nick;
    entry.text = text;
    entry.at = at;
    entry.id = id;
    entry.replyTo = replyTo;
    entry.state = sdk::MessageState::Waiting;
    entry.own = true;
    insert(count(), std::move(entry));
    trim();
}

void TimelineModel::setState(quint64 id, sdk::MessageState state) {
    const int position = positionOf(id);
    if (position < 0)
        return;
    entries_[static_cast<std::size_t>(position)].state = state;
    const QModelIndex changed = index(rowOf(position));
    Q_EMIT dataChanged(changed, changed, {StateRole});
}

bool TimelineModel::confirm(quint64 id, const sdk::Publication& publication, const QDateTime& now) {
    const int position = positionOf(id);
    if (position < 0)
        return false;
    const int target = firstPending();
    if (position != target) {
        // Qt counts the destination before the move, and rows run the other way.
        beginMoveRows({}, rowOf(position), rowOf(position), {}, rowOf(target) + 1);
        const auto at0 = entries_.begin();
        std::rotate(at0 + target, at0 + position, at0 + position + 1);
        endMoveRows();
    }
    entries_[static_cast<std::size_t>(target)] = Entry(publication, now);
    places_.note(publication.id, target);
    --pending_;
    refresh(target - 1, position + 1);
    return true;
}

void TimelineModel::removePending(quint64 id) {
    const int position = positionOf(id);
    if (position < 0)
        return;
    --pending_;
    remove(position);
    refresh(position - 1, position);
    Q_EMIT countChanged();
}

// --- what one has not read ---

int TimelineModel::dividerRow() const {
    const int position = places_.divider();
    return position < 0 || position >= count() ? -1 : rowOf(position);
}

void TimelineModel::divideAt(int position) {
    const int before = places_.divider();
    places_.setDivider(position);
    // A group ends at it, and goes on without it.
    for (const int each : {before, position}) {
        if (each >= 0)
            refresh(each - 1, each);
    }
}

void TimelineModel::divideBeforeNewest() {
    divideAt(firstPending() - 1);
}

void TimelineModel::divideBeforeLast(int count) {
    int found = -1;
    for (int position = firstPending() - 1; position >= 0 && count > 0; --position) {
        if (!entries_[static_cast<std::size_t>(position)].isHeard())
            continue;
        found = position;
        --count;
    }
    divideAt(found);
}

void TimelineModel::removeDivider() {
    if (places_.divider() >= 0)
        divideAt(-1);
}

void TimelineModel::clear() {
    pending_ = 0;
    clearPast();
    if (std::exchange(trimmed_, false))
        Q_EMIT trimmedChanged();
}

void TimelineModel::clearPast() {
    beginResetModel();
    entries_.erase(entries_.begin(), entries_.begin() + firstPending());
    places_.clear();
    endResetModel();
    Q_EMIT countChanged();
}

void TimelineModel::insert(int position, Entry entry) {
    const int row = count() - position;
    beginInsertRows({}, row, row);
    entries_.insert(entries_.begin() + position, std::move(entry));
    endInsertRows();
    refresh(position - 1, position + 1);
    Q_EMIT countChanged();
}

void TimelineModel::remove(int position) {
    beginRemoveRows({}, rowOf(position), rowOf(position));
    entries_.erase(entries_.begin() + position);
    endRemoveRows();
}

// Neighbours decide about each other's grouping.
void TimelineModel::refresh(int from, int to) {
    const int first = std::max(from, 0);
    const int last = std::min(to, count() - 1);
    if (first <= last)
        Q_EMIT dataChanged(index(rowOf(last)), index(rowOf(first)));
}

void TimelineModel::trim() {
    if (count() <= limit_)
        return;
    while (count() > limit_) {
        if (firstPending() == 0)
            --pending_;
        places_.forget(entries_.front().serverId);
        remove(0);
        places_.dropFirst();
    }
    refresh(0, 0);
    Q_EMIT countChanged();
    if (!std::exchange(trimmed_, true))
        Q_EMIT trimmedChanged();
}

} // namespace chinwag::models
