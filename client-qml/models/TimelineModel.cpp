#include "models/TimelineModel.h"

#include "models/Clock.h"
#include "models/Markup.h"

#include <QLocale>

#include <algorithm>
#include <iterator>
#include <utility>

namespace chinwag::models {

namespace {

constexpr qsizetype replyLength = 140;
constexpr qint64 groupSpanMs = 5 * 60 * 1'000;

TimelineModel::State stateOf(sdk::MessageState state) {
    switch (state) {
    case sdk::MessageState::Waiting: return TimelineModel::Waiting;
    case sdk::MessageState::Sending: return TimelineModel::Sending;
    case sdk::MessageState::Failed: return TimelineModel::Failed;
    case sdk::MessageState::Delivered: break;
    }
    return TimelineModel::Delivered;
}

} // namespace

TimelineModel::TimelineModel(int limit, QObject* parent) : QAbstractListModel(parent), limit_(limit) {}

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
            {ChangeableRole, "changeable"}};
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
    case MarkupRole: return entry.markup;
    case TimeRole: return clock(entry.at);
    case MomentRole: return QLocale().toString(entry.at, QLocale::LongFormat);
    case OwnRole: return entry.own;
    case StateRole: return entry.state;
    case NoticeRole: return entry.notice;
    case MessageIdRole: return entry.id;
    case EditedRole: return entry.edited;
    case RedactedRole: return entry.redacted;
    case ReplyNickRole:
    case ReplyTextRole: return reply(entry, role);
    case ServerIdRole: return entry.serverId;
    case ReplyToRole: return entry.replyTo;
    case AnswerableRole: return isAnswerable(entry);
    case ChangeableRole: return isAnswerable(entry) && entry.own;
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
    if (position == 0 || beginsDay(position))
        return false;
    const Entry& before = entries_[static_cast<std::size_t>(position) - 1];
    const Entry& entry = entries_[static_cast<std::size_t>(position)];
    return !before.notice && !entry.notice && before.own == entry.own && before.nick == entry.nick &&
           before.at.msecsTo(entry.at) < groupSpanMs;
}

bool TimelineModel::beginsDay(int position) const {
    return position == 0 || entries_[static_cast<std::size_t>(position) - 1].at.date() !=
                                entries_[static_cast<std::size_t>(position)].at.date();
}

// What an answer answers, as far as it is here.
QVariant TimelineModel::reply(const Entry& entry, int role) const {
    const int position = entry.replyTo.isEmpty() ? -1 : findServerId(entry.replyTo);
    if (position < 0)
        return QString();
    const Entry& answered = entries_[static_cast<std::size_t>(position)];
    if (role == ReplyNickRole)
        return answered.nick;
    return answered.redacted ? tr("This message was taken back.") : quoteOf(answered.text);
}

QString TimelineModel::quoteOf(const QString& text) {
    return text.left(2 * replyLength).simplified().left(replyLength);
}

bool TimelineModel::isAnswerable(const Entry& entry) {
    return !entry.serverId.isEmpty() && !entry.redacted && !entry.notice;
}

int TimelineModel::rowOfMessage(const QString& serverId) const {
    const int position = findServerId(serverId);
    return position < 0 ? -1 : rowOf(position);
}

int TimelineModel::newestChangeable() const {
    for (int row = pending_; row < count(); ++row) {
        const Entry& entry = entries_[static_cast<std::size_t>(rowOf(row))];
        if (entry.own && isAnswerable(entry))
            return row;
    }
    return -1;
}

TimelineModel::Entry TimelineModel::entryOf(const sdk::Publication& publication, const QDateTime& now) {
    Entry entry;
    entry.redacted = publication.kind == sdk::Publication::Kind::Redacted;
    entry.nick = publication.nick;
    entry.text = entry.redacted ? QString() : publication.text;
    entry.markup = formatted(entry.text);
    entry.at = publication.at.isNull() ? now : publication.at;
    entry.own = publication.own || publication.ownId != 0;
    entry.notice = publication.kind == sdk::Publication::Kind::Notice;
    entry.edited = publication.edited;
    entry.serverId = publication.id;
    entry.replyTo = publication.replyTo;
    return entry;
}

void TimelineModel::take(const sdk::Publication& publication, const QDateTime& now) {
    using Kind = sdk::Publication::Kind;
    const bool known = findServerId(publication.id) >= 0;
    if (publication.kind == Kind::Edited) {
        edit(publication);
        return;
    }
    if (known) {
        if (publication.kind == Kind::Redacted)
            redact(publication.id);
        return;
    }
    Entry entry = entryOf(publication, now);
    const bool own = entry.own;
    note(entry.serverId, firstPending());
    insert(firstPending(), std::move(entry));
    trim();
    if (!own)
        Q_EMIT heard();
}

void TimelineModel::prepend(const QList<sdk::Publication>& messages, const QDateTime& now) {
    std::deque<Entry> older;
    for (auto message = messages.rbegin(); message != messages.rend(); ++message) {
        if (count() + static_cast<int>(older.size()) >= limit_)
            break;
        if (message->kind != sdk::Publication::Kind::Edited && findServerId(message->id) < 0)
            older.push_front(entryOf(*message, now));
    }
    if (older.empty())
        return;
    const int added = static_cast<int>(older.size());
    firstPlace_ -= added;
    for (int position = 0; position < added; ++position)
        note(older[static_cast<std::size_t>(position)].serverId, position);
    beginInsertRows({}, count(), count() + added - 1);
    entries_.insert(entries_.begin(), std::make_move_iterator(older.begin()),
                    std::make_move_iterator(older.end()));
    endInsertRows();
    refresh(added - 1, added);
    refreshQuotes();
    Q_EMIT countChanged();
}

void TimelineModel::note(const QString& serverId, int position) {
    if (!serverId.isEmpty())
        places_.insert(serverId, firstPlace_ + position);
}

int TimelineModel::findServerId(const QString& id) const {
    const auto place = places_.constFind(id);
    return place == places_.cend() ? -1 : static_cast<int>(*place - firstPlace_);
}

// Those who answer show what they answer.
void TimelineModel::refreshQuotes() {
    if (count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {ReplyNickRole, ReplyTextRole});
}

void TimelineModel::edit(const sdk::Publication& publication) {
    const int position = findServerId(publication.id);
    if (position < 0)
        return;
    Entry& entry = entries_[static_cast<std::size_t>(position)];
    if (entry.redacted)
        return;
    entry.text = publication.text;
    entry.markup = formatted(publication.text);
    entry.edited = true;
    refresh(position, position);
    refreshQuotes();
}

void TimelineModel::redact(const QString& id) {
    const int position = findServerId(id);
    Entry& entry = entries_[static_cast<std::size_t>(position)];
    entry.text.clear();
    entry.markup.clear();
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
    entry.markup = formatted(text);
    entry.at = at;
    entry.id = id;
    entry.replyTo = replyTo;
    entry.state = Waiting;
    entry.own = true;
    insert(count(), std::move(entry));
    trim();
}

void TimelineModel::setState(quint64 id, sdk::MessageState state) {
    const int position = positionOf(id);
    if (position < 0)
        return;
    entries_[static_cast<std::size_t>(position)].state = stateOf(state);
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
    entries_[static_cast<std::size_t>(target)] = entryOf(publication, now);
    note(publication.id, target);
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

void TimelineModel::clear() {
    beginResetModel();
    entries_.clear();
    places_.clear();
    pending_ = 0;
    endResetModel();
    Q_EMIT countChanged();
    if (std::exchange(trimmed_, false))
        Q_EMIT trimmedChanged();
}

int TimelineModel::positionOf(quint64 id) const {
    for (int position = firstPending(); position < count(); ++position) {
        if (entries_[static_cast<std::size_t>(position)].id == id)
            return position;
    }
    return -1;
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
        places_.remove(entries_.front().serverId);
        remove(0);
        ++firstPlace_;
    }
    refresh(0, 0);
    Q_EMIT countChanged();
    if (!std::exchange(trimmed_, true))
        Q_EMIT trimmedChanged();
}

} // namespace chinwag::models
