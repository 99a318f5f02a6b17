#include "models/PeopleModel.h"

#include <algorithm>
#include <utility>

namespace chinwag::models {

namespace {

// Nothing else of somebody stays the same while they are here.
QString keyOf(const sdk::Person& person) {
    return person.client + u' ' + person.user + u' ' + person.nick;
}

} // namespace

PeopleModel::PeopleModel(const IgnoreList& ignored, QObject* parent)
    : QAbstractListModel(parent), ignored_(ignored) {
    connect(&ignored_, &IgnoreList::changed, this, [this] {
        if (!people_.isEmpty())
            Q_EMIT dataChanged(index(0), index(count() - 1), {IgnoredRole});
    });
}

int PeopleModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> PeopleModel::roleNames() const {
    return {{NickRole, "nick"},
            {UserRole, "user"},
            {ClientRole, "client"},
            {IgnoredRole, "ignored"},
            {IdleRole, "idle"}};
}

QVariant PeopleModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const sdk::Person& person = people_.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NickRole: return person.nick;
    case UserRole: return person.user;
    case ClientRole: return person.client;
    case IgnoredRole: return ignored_.contains(person.user, person.nick);
    case IdleRole:
        return person.user.isEmpty() ? idle_.clients.contains(person.client)
                                     : idle_.users.contains(person.user);
    default: return {};
    }
}

void PeopleModel::setIdle(Idle idle) {
    if (idle == idle_)
        return;
    idle_ = std::move(idle);
    if (!people_.isEmpty())
        Q_EMIT dataChanged(index(0), index(count() - 1), {IdleRole});
}

void PeopleModel::set(const QList<sdk::Person>& people) {
    if (people == people_)
        return;
    QSet<QString> there;
    for (const sdk::Person& person : people)
        there.insert(keyOf(person));
    for (int row = count() - 1; row >= 0; --row) {
        if (there.contains(keyOf(people_.at(row))))
            continue;
        beginRemoveRows({}, row, row);
        people_.removeAt(row);
        endRemoveRows();
    }
    QSet<QString> here;
    for (const sdk::Person& person : std::as_const(people_))
        here.insert(keyOf(person));
    for (int row = 0; row < people.size(); ++row) {
        if (here.contains(keyOf(people.at(row))))
            continue;
        const int at = std::min(row, count());
        beginInsertRows({}, at, at);
        people_.insert(at, people.at(row));
        endInsertRows();
    }
    Q_EMIT countChanged();
}

sdk::Person PeopleModel::find(const QString& user, const QString& nick) const {
    const auto found = std::find_if(people_.begin(), people_.end(), [&](const sdk::Person& person) {
        return user.isEmpty() ? person.user.isEmpty() && person.nick == nick : person.user == user;
    });
    return found == people_.end() ? sdk::Person{nick, user, {}} : *found;
}

} // namespace chinwag::models
