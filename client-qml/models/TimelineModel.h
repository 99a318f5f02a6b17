// What was said, and what is being said: row 0 is the newest, as the view grows from its bottom. What has not
// come back from the server stays below everything else until it has.
#pragma once

#include "models/IgnoreList.h"
#include "models/TimelineEntry.h"
#include "models/TimelinePlaces.h"
#include "sdk/Link.h"
#include "sdk/Outbox.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QtQmlIntegration>

#include <deque>

namespace chinwag::models {

class TimelineModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A chat has one")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool trimmed READ isTrimmed NOTIFY trimmedChanged)

public:
    enum Role {
        NickRole = Qt::UserRole + 1,
        TextRole,
        MarkupRole, ///< HTML where the text has markup or links, else empty
        TimeRole,   ///< of day, as text
        MomentRole, ///< day and time in full, as text
        OwnRole,
        StateRole,
        NoticeRole, ///< the line is no message but says what happened
        FirstOfGroupRole,
        LastOfGroupRole,
        DayRole, ///< the day's name above the first line of a day, else empty
        MessageIdRole,
        EditedRole,    ///< its text is not the first one
        RedactedRole,  ///< it was taken back, and has no text
        ReplyNickRole, ///< who has said what it answers; empty when that is not here
        ReplyTextRole, ///< its first words
        ServerIdRole,  ///< empty where the server has none
        ReplyToRole,   ///< the server's id of what it answers, or empty
        AnswerableRole,
        ChangeableRole, ///< it is ours, and may be edited and taken back
        UnreadRole,     ///< what one has not read yet begins here
        UserRole,       ///< who has said it, by their token; empty for somebody anonymous
        IgnoredRole,    ///< by somebody whom one does not want to hear
    };
    Q_ENUM(Role)

    /// As sdk::MessageState.
    enum State {
        Waiting = static_cast<int>(sdk::MessageState::Waiting),
        Sending = static_cast<int>(sdk::MessageState::Sending),
        Delivered = static_cast<int>(sdk::MessageState::Delivered),
        Failed = static_cast<int>(sdk::MessageState::Failed),
    };
    Q_ENUM(State)

    static constexpr int defaultLimit = 120'000;

    explicit TimelineModel(QObject* parent = nullptr) : TimelineModel(defaultLimit, parent) {}
    explicit TimelineModel(int limit, QObject* parent = nullptr);
    /// `ignored` outlives it.
    void setIgnored(const IgnoreList& ignored);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(entries_.size()); }
    /// Older lines have been dropped to stay within the limit.
    bool isTrimmed() const { return trimmed_; }

    /// A message at the end, or what became of one that is here. `now` is for what has no time of its own.
    /// One that is here already is not added again, and false then, as for a change.
    bool take(const sdk::Publication& publication, const QDateTime& now);
    /// What was said before everything that is here, oldest first; as much as the limit allows.
    void prepend(const QList<sdk::Publication>& messages, const QDateTime& now);
    /// No more can be put in front.
    bool isFull() const { return count() >= limit_; }
    void addNotice(const QString& text, const QDateTime& at);
    /// A message of ours that is on its way.
    void addPending(quint64 id, const QString& nick, const QString& text, const QDateTime& at,
                    const QString& replyTo = {});
    void setState(quint64 id, sdk::MessageState state);
    /// It came back: it now stands where everybody sees it. False when there is no such message on its way.
    bool confirm(quint64 id, const sdk::Publication& publication, const QDateTime& now);
    void removePending(quint64 id);
    /// Where the message stands that the server calls so; -1 when it is not here. Takes the same time however
    /// many there are.
    Q_INVOKABLE int rowOfMessage(const QString& serverId) const;
    /// The last message of ours that may be changed; -1 = none.
    int newestChangeable() const;
    /// The last message that the server has, by its name there; empty without one.
    QString newestServerId() const;
    /// The last message, on its way or not; -1 = none. What the program says is none.
    int newestMessage() const;
    /// The last message that somebody else has said and that can be shown to operators; -1 = none. Somebody
    /// anonymous, without a `user`, goes by the `nick`.
    int newestReportable(const QString& user, const QString& nick) const;
    /// Messages of others behind that one; -1 when it is not here.
    int heardBehind(const QString& serverId) const;

    /// What has come last is the first that one has not read.
    void divideBeforeNewest();
    /// The same for the `count` last ones of others, as far as they are here.
    void divideBeforeLast(int count);
    /// All was read.
    void removeDivider();
    /// Where what one has not read begins; -1 when nothing does.
    Q_INVOKABLE int dividerRow() const;
    void clear();
    /// The same for what was said; what is on its way stays.
    void clearPast();

Q_SIGNALS:
    void countChanged();
    void trimmedChanged();
    /// Something was said that is not ours.
    void heard();

private:
    using Entry = TimelineEntry;

    static constexpr qint64 groupSpanMs = 5 * 60 * 1'000;

    void refreshQuotes();
    void refreshAll(const QList<int>& roles);
    void edit(const sdk::Publication& publication);
    void redact(const QString& id);
    QVariant reply(const Entry& entry, int role) const;

    // Entries are kept oldest first.
    int rowOf(int position) const { return count() - 1 - position; }
    int firstPending() const { return count() - pending_; }
    int positionOf(quint64 id) const;
    void insert(int position, Entry entry);
    void remove(int position);
    void refresh(int from, int to);
    void trim();
    QVariant grouping(int position, int role) const;
    bool continues(int position) const;
    bool beginsDay(int position) const;
    void divideAt(int position);

    std::deque<Entry> entries_;
    TimelinePlaces places_; ///< what waits has none, and stands behind all others
    const IgnoreList* ignored_ = nullptr;
    int limit_;
    int pending_ = 0;
    bool trimmed_ = false;
};

} // namespace chinwag::models
