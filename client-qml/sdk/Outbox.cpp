#include "sdk/Outbox.h"

#include <QUuid>

#include <algorithm>

namespace chinwag::sdk {

namespace {

constexpr int base = 36;

} // namespace

Outbox::Outbox()
    : device_(QUuid::createUuid().toString(QUuid::Id128)),
      run_(u'-' + QString::number(QDateTime::currentMSecsSinceEpoch(), base) + u'-') {}

quint64 Outbox::add(const QString& room, const QString& text, const QString& replyTo) {
    ++lastId_;
    entries_.push_back({{lastId_, room, text, QString(device_ + run_ + QString::number(lastId_)), replyTo},
                        MessageState::Waiting,
                        false,
                        QDateTime::currentDateTime()});
    return lastId_;
}

QList<quint64> Outbox::restore(const QList<KeptOutgoing>& messages) {
    QList<quint64> ids;
    for (const KeptOutgoing& message : messages) {
        Entry entry{message.item, message.failed ? MessageState::Failed : MessageState::Waiting,
                    !message.failed && !message.sentAt.isNull(), message.writtenAt, message.sentAt};
        entry.item.id = ++lastId_;
        entries_.push_back(entry);
        ids.append(lastId_);
    }
    return ids;
}

KeptOutgoing Outbox::keptOf(const Entry& entry) {
    return {entry.item, entry.writtenAt, entry.sentAt, entry.state == MessageState::Failed};
}

KeptOutgoing Outbox::kept(quint64 id) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [id](const Entry& entry) { return entry.item.id == id; });
    return found == entries_.end() ? KeptOutgoing() : keptOf(*found);
}

QList<KeptOutgoing> Outbox::keptAll() const {
    QList<KeptOutgoing> all;
    for (const Entry& entry : entries_)
        all.append(keptOf(entry));
    return all;
}

std::optional<Outgoing> Outbox::takeWaiting(const QString& room) {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.state == MessageState::Waiting && entry.item.room == room;
    });
    if (found == entries_.end())
        return std::nullopt;
    found->state = MessageState::Sending;
    if (found->sentAt.isNull())
        found->sentAt = QDateTime::currentDateTime();
    return found->item;
}

bool Outbox::remove(quint64 id) {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [id](const Entry& entry) { return entry.item.id == id; });
    if (found == entries_.end())
        return false;
    entries_.erase(found);
    return true;
}

QList<quint64> Outbox::interrupt() {
    QList<quint64> waiting;
    for (Entry& entry : entries_) {
        if (entry.state != MessageState::Sending)
            continue;
        entry.state = MessageState::Waiting;
        entry.doubtful = true;
        waiting.append(entry.item.id);
    }
    return waiting;
}

QList<quint64> Outbox::failDoubtful(const QString& room, const QDateTime& safeSince) {
    QList<quint64> failed;
    for (Entry& entry : entries_) {
        if (entry.state != MessageState::Waiting || !entry.doubtful || entry.item.room != room)
            continue;
        if (!safeSince.isNull() && entry.sentAt >= safeSince)
            continue;
        entry.state = MessageState::Failed;
        entry.doubtful = false;
        failed.append(entry.item.id);
    }
    return failed;
}

void Outbox::forgetRoom(const QString& room) {
    entries_.erase(std::remove_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.item.room == room; }),
                   entries_.end());
}

bool Outbox::hasAny(const QString& room) const {
    return std::any_of(entries_.begin(), entries_.end(),
                       [&](const Entry& entry) { return entry.item.room == room; });
}

QString Outbox::roomOf(quint64 id) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [id](const Entry& entry) { return entry.item.id == id; });
    return found == entries_.end() ? QString() : found->item.room;
}

quint64 Outbox::find(const QString& clientId) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& entry) { return entry.item.clientId == clientId; });
    return found == entries_.end() ? 0 : found->item.id;
}

bool Outbox::change(quint64 id, MessageState from, MessageState to) {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.item.id == id && entry.state == from;
    });
    if (found == entries_.end())
        return false;
    found->state = to;
    return true;
}

} // namespace chinwag::sdk
