#include "models/TimelineModel.h"

#include "models/Clock.h"
#include "models/Links.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace chinwag::models {

namespace {

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
            {MessageIdRole, "messageId"}};
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

void TimelineModel::addMessage(const QString& nick, const QString& text, bool own, const QDateTime& at) {
    insert(firstPending(), {nick, text, linked(text), at, 0, Delivered, own, false});
    trim();
    if (!own)
        Q_EMIT heard();
}

void TimelineModel::addNotice(const QString& text, const QDateTime& at) {
    insert(firstPending(), {{}, text, {}, at, 0, Delivered, false, true});
    trim();
}

void TimelineModel::addPending(quint64 id, const QString& nick, const QString& text, const QDateTime& at) {
    ++pending_;
    insert(count(), {nick, text, linked(text), at, id, Waiting, true, false});
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

bool TimelineModel::confirm(quint64 id, const QDateTime& at) {
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
    Entry& entry = entries_[static_cast<std::size_t>(target)];
    entry.state = Delivered;
    entry.at = at;
    entry.id = 0;
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
        remove(0);
    }
    refresh(0, 0);
    Q_EMIT countChanged();
    if (!std::exchange(trimmed_, true))
        Q_EMIT trimmedChanged();
}

} // namespace chinwag::models
