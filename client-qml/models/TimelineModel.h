// What was said, and what is being said: row 0 is the newest, as the view grows from its bottom. What has not
// come back from the server stays below everything else until it has.
#pragma once

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
        MarkupRole, ///< HTML where the text has links, else empty
        TimeRole,   ///< of day, as text
        MomentRole, ///< day and time in full, as text
        OwnRole,
        StateRole,
        NoticeRole, ///< the line is no message but says what happened
        FirstOfGroupRole,
        LastOfGroupRole,
        DayRole, ///< the day's name above the first line of a day, else empty
        MessageIdRole,
    };
    Q_ENUM(Role)

    enum State { Delivered, Waiting, Sending, Failed };
    Q_ENUM(State)

    static constexpr int defaultLimit = 5'000;

    explicit TimelineModel(QObject* parent = nullptr) : TimelineModel(defaultLimit, parent) {}
    explicit TimelineModel(int limit, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(entries_.size()); }
    /// Older lines have been dropped to stay within the limit.
    bool isTrimmed() const { return trimmed_; }

    void addMessage(const QString& nick, const QString& text, bool own, const QDateTime& at);
    void addNotice(const QString& text, const QDateTime& at);
    /// A message of ours that is on its way.
    void addPending(quint64 id, const QString& nick, const QString& text, const QDateTime& at);
    void setState(quint64 id, sdk::MessageState state);
    /// It came back: it now stands where everybody sees it. False when there is no such message on its way.
    bool confirm(quint64 id, const QDateTime& at);
    void removePending(quint64 id);
    void clear();

Q_SIGNALS:
    void countChanged();
    void trimmedChanged();
    /// Something was said that is not ours.
    void heard();

private:
    struct Entry {
        QString nick;
        QString text;
        QString markup;
        QDateTime at;
        quint64 id = 0; ///< 0 once it is delivered
        State state = Delivered;
        bool own = false;
        bool notice = false;
    };

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

    std::deque<Entry> entries_;
    int limit_;
    int pending_ = 0;
    bool trimmed_ = false;
};

} // namespace chinwag::models
