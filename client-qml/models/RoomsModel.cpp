#include "models/RoomsModel.h"

#include "models/Clock.h"
#include "sdk/RoomName.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace chinwag::models {

namespace {

// As many as a server lets one client be in, with some to spare.
constexpr qsizetype mostByThemselves = 64;

// As short as it can be and not be taken for another: there is little room beside a name.
QString momentOf(const QDateTime& at) {
    constexpr int daysWithNames = 7; // today's is that of a week ago
    if (at.isNull())
        return {};
    const qint64 days = at.date().daysTo(QDate::currentDate());
    if (days == 0)
        return clock(at);
    if (days > 0 && days < daysWithNames)
        return QLocale().standaloneDayName(at.date().dayOfWeek(), QLocale::ShortFormat);
    return QLocale().toString(at.date(), QLocale::ShortFormat);
}

} // namespace

RoomsModel::RoomsModel(sdk::Client& client, const IgnoreList& ignored, Preferences& preferences,
                       QObject* parent)
    : QAbstractListModel(parent), client_(client), ignored_(ignored), book_(preferences) {
    listenToClient();
}

// What is told while they go concerns nobody.
RoomsModel::~RoomsModel() {
    client_.disconnect(this);
}

void RoomsModel::listenToClient() {
    using sdk::Client;
    connect(&client_, &Client::stateChanged, this, &RoomsModel::onStateChanged);
    connect(&client_, &Client::restored, this, &RoomsModel::onRestored);
    connect(&client_, &Client::roomsListed, this, &RoomsModel::onSummaries);
    connect(&client_, &Client::roomOpened, this,
            [this](const QString& channel, bool complete) { room(channel)->onOpened(complete); });
    connect(&client_, &Client::roomClosed, this,
            [this](const QString& channel, const QString& reason) { room(channel)->onClosed(reason); });
    connect(&client_, &Client::received, this,
            [this](const QString& channel, const sdk::Publication& publication) {
                room(channel)->onReceived(publication);
            });
    connect(&client_, &Client::pageReceived, this,
            [this](const QString& channel, const sdk::Page& page) { room(channel)->onPage(page); });
    connect(&client_, &Client::typingHeard, this,
            [this](const QString& channel, const QString& nick) { room(channel)->onTyping(nick); });
    connect(&client_, &Client::peopleChanged, this,
            [this](const QString& channel, const QList<sdk::Person>& people) {
                room(channel)->onPeople(people);
            });
    connect(&client_, &Client::rulesChanged, this,
            [this](const QString& channel, const sdk::RoomRules& rules) {
                room(channel)->restrictions()->set(rules);
            });
    connect(&client_, &Client::readElsewhere, this,
            [this](const QString& channel, const QString& id) { room(channel)->onReadElsewhere(id); });
    connect(&client_, &Client::messageRefused, this,
            [this](const QString& channel, quint64, const QString& reason) {
                room(channel)->onMessageRefused(reason);
            });
    connect(&client_, &Client::answered, this,
            [this](const sdk::MessageRequest& request, const QString& refusal) {
                room(request.room)->onAnswered(request, refusal);
            });
    connect(&client_, &Client::messageChanged, this, [this](quint64 id, sdk::MessageState state) {
        for (Room* const room : std::as_const(rooms_))
            room->onMessageChanged(id, state);
    });
}

// --- the list ---

int RoomsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rooms_.size());
}

QHash<int, QByteArray> RoomsModel::roleNames() const {
    return {{RoomRole, "room"},       {TitleRole, "title"},   {NameRole, "name"},
            {DirectRole, "direct"},   {UnreadRole, "unread"}, {MentionsRole, "mentions"},
            {PinnedRole, "pinned"},   {MutedRole, "muted"},   {PreviewRole, "preview"},
            {LastAtRole, "lastAt"},   {TimeRole, "time"},     {ClosedRole, "closed"},
            {CurrentRole, "current"}, {HiddenRole, "hidden"}};
}

QVariant RoomsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    Room& room = *rooms_.at(index.row());
    switch (role) {
    case RoomRole: return QVariant::fromValue(&room);
    case Qt::DisplayRole:
    case TitleRole: return room.title();
    case NameRole: return room.name();
    case DirectRole: return room.isDirect();
    case UnreadRole: return room.unread();
    case MentionsRole: return room.mentions();
    case PinnedRole: return room.isPinned();
    case MutedRole: return room.isMuted();
    case PreviewRole: return room.preview();
    case LastAtRole: return room.lastAt();
    case TimeRole: return momentOf(room.lastAt());
    case ClosedRole: return room.state() == Room::Closed;
    case CurrentRole: return room.channel() == current_;
    case HiddenRole: return room.isHidden();
    default: return {};
    }
}

void RoomsModel::open(const QUrl& server) {
    clear();
    book_.open(server);
    const QStringList channels = book_.rooms();
    for (const QString& channel : channels)
        room(channel);
}

void RoomsModel::clear() {
    beginResetModel();
    const QList<Room*> old = std::exchange(rooms_, {});
    endResetModel();
    for (Room* const room : old) {
        Q_EMIT removed(room);
        room->disconnect(this);
        room->deleteLater();
    }
    Q_EMIT totalsChanged();
}

QStringList RoomsModel::channels() const {
    QStringList channels;
    for (const Room* const room : rooms_)
        channels.append(room->channel());
    return channels;
}

Room* RoomsModel::find(const QString& channel) const {
    const auto found = std::find_if(rooms_.begin(), rooms_.end(),
                                    [&](const Room* room) { return room->channel() == channel; });
    return found == rooms_.end() ? nullptr : *found;
}

Room* RoomsModel::room(const QString& channel) {
    if (Room* const known = find(channel))
        return known;
    RoomNote note = book_.note(channel);
    note.left = false;
    auto made = std::make_unique<Room>(client_, ignored_, note, this);
    Room* const room = made.release(); // this is its parent
    listenTo(*room);
    beginInsertRows({}, rowCount(), rowCount());
    rooms_.append(room);
    endInsertRows();
    return room;
}

void RoomsModel::listenTo(Room& room) {
    Room* const each = &room;
    connect(each, &Room::titleChanged, this, [this, each] { refresh(each, {TitleRole, NameRole}); });
    connect(each, &Room::previewChanged, this, [this, each] {
        refresh(each, {PreviewRole, LastAtRole, TimeRole});
    });
    connect(each, &Room::stateChanged, this, [this, each] {
        refresh(each, {ClosedRole});
        if (each->state() == Room::Open)
            book_.keep(each->note());
    });
    connect(each, &Room::unreadChanged, this, [this, each] {
        refresh(each, {UnreadRole, MentionsRole});
        Q_EMIT totalsChanged();
    });
    connect(each, &Room::noteChanged, this, [this, each] {
        book_.keep(each->note());
        refresh(each, {PinnedRole, MutedRole, HiddenRole});
        Q_EMIT totalsChanged();
    });
    connect(each, &Room::heard, this, [this, each](const QString& nick, const QString& text, bool personal) {
        Q_EMIT heard(each, nick, text, personal);
    });
}

void RoomsModel::remove(const QString& channel) {
    const QModelIndex index = indexOf(channel);
    if (!index.isValid())
        return;
    if (Room* const direct = rooms_.at(index.row()); direct->isDirect()) {
        direct->setHidden(true);
        Q_EMIT removed(direct);
        return;
    }
    RoomNote note = rooms_.at(index.row())->note();
    note.left = true;
    note.pinned = false;
    book_.keep(note);
    beginRemoveRows({}, index.row(), index.row());
    Room* const room = rooms_.takeAt(index.row());
    endRemoveRows();
    Q_EMIT removed(room);
    room->disconnect(this);
    room->deleteLater();
    Q_EMIT totalsChanged();
}

void RoomsModel::setCurrent(const QString& channel) {
    const QString before = std::exchange(current_, channel);
    for (const QString& each : {before, channel})
        refresh(find(each), {CurrentRole});
}

int RoomsModel::unread() const {
    int total = 0;
    for (const Room* const room : rooms_)
        total += room->isMuted() ? 0 : room->unread();
    return total;
}

int RoomsModel::mentions() const {
    int total = 0;
    for (const Room* const room : rooms_)
        total += room->mentions();
    return total;
}

QModelIndex RoomsModel::indexOf(const QString& channel) const {
    Room* const room = find(channel);
    return room == nullptr ? QModelIndex() : index(static_cast<int>(rooms_.indexOf(room)));
}

void RoomsModel::refresh(const Room* room, const QList<int>& roles) {
    if (room == nullptr)
        return;
    const QModelIndex changed = indexOf(room->channel());
    if (changed.isValid())
        Q_EMIT dataChanged(changed, changed, roles);
}

// --- the connection ---

void RoomsModel::onRestored(const sdk::Kept& kept) {
    for (const sdk::KeptRoom& each : kept.rooms)
        room(each.room)->restore(each);
    for (const sdk::KeptOutgoing& each : kept.outbox)
        room(each.item.room)->restore(each);
}

void RoomsModel::onStateChanged() {
    const bool lost =
        client_.state() == sdk::Client::State::Waiting || client_.state() == sdk::Client::State::Disconnected;
    if (!lost)
        return;
    for (Room* const room : std::as_const(rooms_))
        room->onConnectionLost();
}

// The rooms of a user follow them from one device to the next.
void RoomsModel::onSummaries(const QList<sdk::RoomSummary>& rooms) {
    for (const sdk::RoomSummary& summary : rooms) {
        if (find(summary.room) == nullptr) {
            // Who was put away comes back with something to say.
            const bool calls = sdk::isDirect(summary.room) && summary.unread > 0;
            const bool isOpen = summary.unread >= 0;
            const bool wasLeft = book_.note(summary.room).left && !calls;
            if (!isOpen || wasLeft || rooms_.size() >= mostByThemselves)
                continue;
            room(summary.room)->onSummary(summary);
            client_.enter(summary.room);
        } else {
            room(summary.room)->onSummary(summary);
        }
    }
}

} // namespace chinwag::models
