// The rooms that one is in, in no order. It brings to each what the client tells of it, and keeps the book of
// them up to date.
#pragma once

#include "models/Room.h"
#include "models/RoomBook.h"
#include "sdk/Client.h"

#include <QAbstractListModel>
#include <QList>

namespace chinwag::models {

class RoomsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        RoomRole = Qt::UserRole + 1, ///< the Room
        TitleRole,
        NameRole,
        DirectRole,
        UnreadRole,
        MentionsRole,
        PinnedRole,
        MutedRole,
        PreviewRole,
        LastAtRole, ///< QDateTime
        TimeRole,   ///< of the last message as text: of day, or the date
        ClosedRole, ///< it does not let us in
        CurrentRole,
        HiddenRole, ///< one between two that was put away until something is said there
    };
    Q_ENUM(Role)

    /// All outlive it.
    RoomsModel(sdk::Client& client, const IgnoreList& ignored, Preferences& preferences,
               QObject* parent = nullptr);
    ~RoomsModel() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Those that one was in on that server. Others are forgotten.
    void open(const QUrl& server);
    void clear();
    QStringList channels() const;
    /// The room of that channel, which is added where there was none.
    Room* room(const QString& channel);
    /// Nothing where one is not in it.
    Room* find(const QString& channel) const;
    /// Out of the list; whoever still shows it may do so until the next turn of the event loop. One between
    /// two is hidden, since what the other one says next is to be heard.
    void remove(const QString& channel);
    /// The one that is shown.
    void setCurrent(const QString& channel);
    /// Messages that one has not read, in rooms that are not muted, and those of all rooms that speak to
    /// oneself.
    int unread() const;
    int mentions() const;

Q_SIGNALS:
    void totalsChanged();
    void removed(chinwag::models::Room* room);
    /// As Room::heard.
    void heard(chinwag::models::Room* room, const QString& nick, const QString& text, bool personal);

private:
    void listenToClient();
    void listenTo(Room& room);
    void onRestored(const sdk::Kept& kept);
    void onStateChanged();
    void onSummaries(const QList<sdk::RoomSummary>& rooms);
    void refresh(const Room* room, const QList<int>& roles);
    QModelIndex indexOf(const QString& channel) const;

    sdk::Client& client_;
    const IgnoreList& ignored_;
    RoomBook book_;
    QList<Room*> rooms_; ///< children of this object
    QString current_;
};

} // namespace chinwag::models
