// What was written and has not come back from the server yet, in the order in which it was written.
#pragma once

#include "sdk/Link.h"
#include "sdk/OfflineStore.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <deque>
#include <optional>

namespace chinwag::sdk {

enum class MessageState {
    Waiting,   ///< for a connection
    Sending,   ///< handed to one, no receipt yet
    Delivered, ///< everybody in the room has it
    Failed,    ///< it was refused, or nobody knows whether it arrived
};

/// What was handed out and lost its connection waits again, and is handed out again as soon as it is certain
/// that it has not arrived: the next connection has brought everything that was said meanwhile, and this was
/// not among it. Where that cannot be known, sending it again is for a person to say, unless the server tells
/// nobody twice what is called the same.
class Outbox {
public:
    Outbox();

    /// Under which this machine writes; what begins with it is its own.
    const QString& device() const { return device_; }
    void setDevice(const QString& device) { device_ = device; }
    /// What an earlier run of the program has left. Their ids, in the same order.
    QList<quint64> restore(const QList<KeptOutgoing>& messages);
    /// What is to be kept of a message; without a clientId when it is not here.
    KeptOutgoing kept(quint64 id) const;
    QList<KeptOutgoing> keptAll() const;

    /// The new message's id; it is Waiting.
    quint64 add(const QString& room, const QString& text, const QString& replyTo = {});
    /// The oldest one that waits for that room, now Sending; nothing when none waits.
    std::optional<Outgoing> takeWaiting(const QString& room);
    /// It could not be handed over after all.
    void putBack(quint64 id) { change(id, MessageState::Sending, MessageState::Waiting); }
    /// The receipt came. False when there is no such message.
    bool remove(quint64 id);
    /// The connection broke: what was Sending is Waiting, and in doubt. Their ids.
    QList<quint64> interrupt();
    /// Nobody knows what has arrived in that room: what is in doubt is Failed, but for what was first sent
    /// after `safeSince`, which may be sent again in any case. Their ids.
    QList<quint64> failDoubtful(const QString& room, const QDateTime& safeSince = {});
    /// The server does not take it.
    bool fail(quint64 id) { return change(id, MessageState::Sending, MessageState::Failed); }
    /// A person wants it sent again. False unless it Failed.
    bool retry(quint64 id) { return change(id, MessageState::Failed, MessageState::Waiting); }
    void clear() { entries_.clear(); }
    /// Nobody is in that room any more.
    void forgetRoom(const QString& room);
    bool isEmpty() const { return entries_.empty(); }
    bool hasAny(const QString& room) const;

    /// Where that message is to go; empty when it is not here.
    QString roomOf(quint64 id) const;
    /// The message that is called so; 0 = none that is still here.
    quint64 find(const QString& clientId) const;
    /// It was written here, delivered or not.
    bool isOwn(const QString& clientId) const { return clientId.startsWith(device_); }

private:
    struct Entry {
        Outgoing item;
        MessageState state = MessageState::Waiting;
        bool doubtful = false; ///< it was sent over a connection that is gone
        QDateTime writtenAt{};
        QDateTime sentAt{}; ///< for the first time; null: not yet
    };

    static KeptOutgoing keptOf(const Entry& entry);
    bool change(quint64 id, MessageState from, MessageState to);

    std::deque<Entry> entries_;
    QString device_;
    const QString run_; ///< what this run of the program calls its messages, behind the device
    quint64 lastId_ = 0;
};

} // namespace chinwag::sdk
