// One room as a person has it before them: what was said, what is being written, who is there, and what they
// have not read yet.
#pragma once

#include "models/Draft.h"
#include "models/IgnoreList.h"
#include "models/PeopleModel.h"
#include "models/Restrictions.h"
#include "models/RoomBook.h"
#include "models/TimelineModel.h"
#include "models/Typists.h"
#include "sdk/Client.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QtQmlIntegration>

#include <optional>

namespace chinwag::models {

class Room : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A chat has them")
    Q_PROPERTY(QString channel READ channel CONSTANT)
    Q_PROPERTY(QString name READ name NOTIFY titleChanged)
    Q_PROPERTY(QString title READ title NOTIFY titleChanged)
    Q_PROPERTY(bool direct READ isDirect CONSTANT)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString refusal READ refusal NOTIFY stateChanged)
    Q_PROPERTY(int unread READ unread NOTIFY unreadChanged)
    Q_PROPERTY(int mentions READ mentions NOTIFY unreadChanged)
    Q_PROPERTY(bool pinned READ isPinned WRITE setPinned NOTIFY noteChanged)
    Q_PROPERTY(bool muted READ isMuted WRITE setMuted NOTIFY noteChanged)
    Q_PROPERTY(bool unsent READ hasUnsent NOTIFY unsentChanged)
    Q_PROPERTY(QString typing READ typing NOTIFY typingChanged)
    Q_PROPERTY(QStringList people READ people NOTIFY peopleChanged)
    Q_PROPERTY(bool hasOlder READ hasOlder NOTIFY olderChanged)
    Q_PROPERTY(chinwag::models::PeopleModel* members READ members CONSTANT)
    Q_PROPERTY(chinwag::models::Restrictions* restrictions READ restrictions CONSTANT)
    Q_PROPERTY(chinwag::models::Draft* draft READ draft CONSTANT)
    Q_PROPERTY(chinwag::models::TimelineModel* timeline READ timeline CONSTANT)

public:
    enum State {
        Joining, ///< or nobody knows, without a connection
        Open,
        Closed, ///< it does not let us in; refusal() says why
    };
    Q_ENUM(State)

    /// Both outlive it. `note` names its channel; empty for the place where one is in no room.
    Room(sdk::Client& client, const IgnoreList& ignored, const RoomNote& note, QObject* parent = nullptr);

    const QString& channel() const { return note_.room; }
    /// As people say it: without its namespace and, of one between two, the other one.
    QString name() const;
    /// The same for a heading: with a `#` where it is a room for many.
    QString title() const;
    bool isDirect() const;
    State state() const { return state_; }
    const QString& refusal() const { return refusal_; }
    /// Messages of others that one has not read, and how many of them speak to oneself.
    int unread() const { return unread_; }
    int mentions() const { return mentions_; }
    const RoomNote& note() const { return note_; }
    bool isPinned() const { return note_.pinned; }
    void setPinned(bool pinned);
    bool isMuted() const { return note_.muted; }
    void setMuted(bool muted);
    /// It is in nobody's way until something is said there.
    bool isHidden() const { return note_.left; }
    void setHidden(bool hidden);
    /// The program has to say something here.
    Q_INVOKABLE void notify(const QString& sentence);
    /// When something was last said here; null when nobody knows.
    const QDateTime& lastAt() const { return lastAt_; }
    /// The last message in a line.
    QString preview() const;
    bool hasUnsent() const { return client_.hasUnsent(note_.room); }
    const QString& typing() const { return typists_.sentence(); }
    /// Who is in the room, by name; empty ones have none.
    QStringList people() const;
    PeopleModel* members() { return &members_; }
    Restrictions* restrictions() { return &restrictions_; }
    /// The room's past goes back further than the timeline.
    bool hasOlder() const { return hasOlder_; }
    Draft* draft() { return &draft_; }
    TimelineModel* timeline() { return &timeline_; }

    /// Sends it as what the draft is: a message, an answer or a change. False when there is nothing to say or
    /// too much of it, or when a change cannot be made without a connection.
    Q_INVOKABLE bool say(const QString& text);
    /// What is written next answers that message of the timeline; nothing happens when it cannot be answered.
    Q_INVOKABLE void reply(const QString& messageId);
    /// The draft becomes another text for it; false when it is not here, or not ours to change.
    Q_INVOKABLE bool edit(const QString& messageId);
    /// The same for the last message that is ours.
    Q_INVOKABLE bool editNewest();
    /// Takes it back.
    Q_INVOKABLE void redact(const QString& messageId);
    /// Shows it to the operators; `reason` has 1 to 500 characters.
    Q_INVOKABLE void report(const QString& messageId, const QString& reason);
    /// The person is writing something.
    Q_INVOKABLE void write();
    /// More of the past, in front of the timeline.
    Q_INVOKABLE void askOlder();
    Q_INVOKABLE void resend(quint64 id);
    Q_INVOKABLE void discard(quint64 id);

    /// Somebody looks at the end of the timeline, or does not any more.
    void setWatched(bool watched);
    /// One has turned to another room: what was read there is not new any more.
    void putAway();

    // What the client tells of it.
    void restore(const sdk::KeptRoom& kept);
    void restore(const sdk::KeptOutgoing& message);
    void onOpened(bool complete);
    void onClosed(const QString& reason);
    void onConnectionLost();
    void onReceived(const sdk::Publication& publication);
    void onPage(const sdk::Page& page);
    void onMessageChanged(quint64 id, sdk::MessageState state) { timeline_.setState(id, state); }
    void onMessageRefused(const QString& reason);
    void onAnswered(const sdk::MessageRequest& request, const QString& refusal);
    void onTyping(const QString& nick);
    void onPeople(const QList<sdk::Person>& people);
    void onReadElsewhere(const QString& messageId);
    void onSummary(const sdk::RoomSummary& summary);

Q_SIGNALS:
    void titleChanged();
    void stateChanged();
    void unreadChanged();
    /// What the book of rooms keeps has changed.
    void noteChanged();
    void typingChanged();
    void peopleChanged();
    void olderChanged();
    void unsentChanged();
    /// The last message is another one, or another time.
    void previewChanged();
    /// Somebody else has said something while nobody looked. `personal`: to us.
    void heard(const QString& nick, const QString& text, bool personal);

private:
    void setState(State state, const QString& refusal = {});
    void setHasOlder(bool has);
    void setUnread(int unread, int mentions);
    void count(const sdk::Publication& publication);
    int mentionsAmong(int unread) const;
    void noteTime(const QDateTime& at);
    void markSeen();
    void tellSeen();
    void tellGap();
    bool edit(int row);
    void ask(const sdk::MessageRequest& request);
    QString ownNick() const;
    QVariant fact(int row, TimelineModel::Role role) const;

    sdk::Client& client_;
    const IgnoreList& ignored_;
    RoomNote note_;
    Draft draft_;
    TimelineModel timeline_;
    Typists typists_;
    PeopleModel members_;
    Restrictions restrictions_;
    QString otherNick_; ///< of the other one in a room of two
    QTimer seenSoon_;
    QString seenTold_;                        ///< the message up to which the server knows that all was read
    std::optional<sdk::RoomSummary> summary_; ///< until the room is open
    QDateTime lastAt_;
    QDateTime lostAt_; ///< null while nothing was missed
    QString refusal_;
    State state_ = Joining;
    int unread_ = 0;
    int mentions_ = 0;
    bool restored_ = false; ///< what is shown is of an earlier run of the program
    bool hasPast_ = false;  ///< its newest page was shown, and what comes is new
    bool hasOlder_ = false;
    bool asking_ = false; ///< for more of the past
    bool watched_ = false;
};

} // namespace chinwag::models
