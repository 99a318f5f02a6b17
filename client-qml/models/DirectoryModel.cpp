#include "models/DirectoryModel.h"

#include "sdk/RoomName.h"

#include <QJsonArray>

#include <chrono>
#include <utility>

namespace chinwag::models {

namespace {

constexpr std::chrono::milliseconds typedTogether{200};
constexpr int pageSize = 50;

} // namespace

DirectoryModel::DirectoryModel(sdk::Client& client, QObject* parent)
    : QAbstractListModel(parent), client_(client) {
    askSoon_.setSingleShot(true);
    connect(&askSoon_, &QTimer::timeout, this, &DirectoryModel::ask);
}

int DirectoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> DirectoryModel::roleNames() const {
    return {{NameRole, "name"}, {PeopleRole, "people"}};
}

QVariant DirectoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry& entry = rooms_.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return entry.name;
    case PeopleRole: return entry.people;
    default: return {};
    }
}

void DirectoryModel::search(const QString& text) {
    text_ = text.trimmed();
    next_.clear();
    ++question_;
    askSoon_.start(typedTogether);
    setBusy(true);
}

bool DirectoryModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !next_.isEmpty() && !busy_;
}

void DirectoryModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent))
        return;
    setBusy(true);
    ask();
}

void DirectoryModel::ask() {
    QJsonObject wanted{{QStringLiteral("limit"), pageSize}};
    if (!text_.isEmpty())
        wanted.insert(QStringLiteral("text"), text_);
    const bool isFirst = next_.isEmpty();
    if (!isFirst)
        wanted.insert(QStringLiteral("after"), next_);
    const bool asked =
        client_.call(QStringLiteral("chat.directory"), wanted, this,
                     [this, isFirst, question = question_](const QJsonObject& page, const QString&) {
                         if (question == question_)
                             take(page, isFirst);
                     });
    if (!asked)
        take({}, isFirst);
}

void DirectoryModel::take(const QJsonObject& page, bool isFirst) {
    next_ = page.value(QLatin1String("next")).toString();
    QList<Entry> rooms;
    const QJsonArray listed = page.value(QLatin1String("rooms")).toArray();
    for (const auto& room : listed) {
        const QString name = sdk::nameOfRoom(room[QLatin1String("channel")].toString());
        if (!name.isEmpty())
            rooms.append({name, room[QLatin1String("people")].toInt()});
    }
    if (isFirst) {
        beginResetModel();
        rooms_ = rooms;
        endResetModel();
    } else if (!rooms.isEmpty()) {
        beginInsertRows({}, count(), count() + static_cast<int>(rooms.size()) - 1);
        rooms_.append(rooms);
        endInsertRows();
    }
    setBusy(false);
}

void DirectoryModel::setBusy(bool busy) {
    busy_ = busy;
    Q_EMIT changed();
}

} // namespace chinwag::models
