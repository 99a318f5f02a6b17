// What was written and has not come back from the server yet, in the order in which it was written.
#pragma once

#include <QList>
#include <QString>

#include <deque>
#include <optional>

namespace chinwag::sdk {

enum class MessageState {
    Waiting,   ///< for a connection
    Sending,   ///< handed to one, no receipt yet
    Delivered, ///< everybody in the room has it
    Failed,    ///< the connection broke before the receipt came: nobody knows whether it arrived
};

/// A message is handed out once. Whether one that got lost on the way is sent again is for a person to say,
/// since only a person can see that it did arrive.
class Outbox {
public:
    struct Item {
        quint64 id = 0;
        QString text;
    };

    /// The new message's id; it is Waiting.
    quint64 add(const QString& text);
    /// The oldest one that waits, now Sending; nothing when none waits.
    std::optional<Item> takeWaiting();
    /// It could not be handed over after all.
    void putBack(quint64 id) { change(id, MessageState::Sending, MessageState::Waiting); }
    /// The receipt came. False when there is no such message.
    bool remove(quint64 id);
    /// The connection broke: what was Sending is Failed. Their ids.
    QList<quint64> fail();
    /// A person wants it sent again. False unless it Failed.
    bool retry(quint64 id) { return change(id, MessageState::Failed, MessageState::Waiting); }
    void clear() { entries_.clear(); }
    bool isEmpty() const { return entries_.empty(); }

private:
    struct Entry {
        Item item;
        MessageState state = MessageState::Waiting;
    };

    bool change(quint64 id, MessageState from, MessageState to);

    std::deque<Entry> entries_;
    quint64 lastId_ = 0;
};

} // namespace chinwag::sdk
