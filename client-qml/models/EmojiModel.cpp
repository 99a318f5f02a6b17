#include "models/EmojiModel.h"

#include "models/EmojiTable.h"
#include "models/RowExchange.h"

#include <utility>

namespace chinwag::models {

namespace {

QString shownName(const QString& name) {
    return QString(name).replace(u'_', u' ');
}

} // namespace

EmojiModel::EmojiModel(QObject* parent) : QAbstractListModel(parent) {
    refresh();
}

int EmojiModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant EmojiModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EmojiTable::Emoji& emoji =
        EmojiTable::instance().all()[static_cast<std::size_t>(shown_.at(index.row()))];
    switch (role) {
    case EmojiRole: return emoji.text;
    case Qt::DisplayRole:
    case NameRole: return shownName(emoji.names.first());
    default: return {};
    }
}

QHash<int, QByteArray> EmojiModel::roleNames() const {
    return {{EmojiRole, "emoji"}, {NameRole, "name"}};
}

void EmojiModel::setQuery(const QString& query) {
    if (std::exchange(query_, query) == query)
        return;
    refresh();
    Q_EMIT queryChanged();
}

void EmojiModel::setGroup(int group) {
    if (std::exchange(group_, group) == group)
        return;
    refresh();
    Q_EMIT groupChanged();
}

void EmojiModel::setRecent(const QStringList& recent) {
    if (std::exchange(recent_, recent) == recent)
        return;
    if (group_ == RecentGroup)
        refresh();
    Q_EMIT recentChanged();
}

QStringList EmojiModel::groups() {
    // As the data file calls them.
    const QHash<QString, QString> names{
        {QStringLiteral("smileys"), tr("Smileys")},
        {QStringLiteral("people"), tr("People and hands")},
        {QStringLiteral("nature"), tr("Nature")},
        {QStringLiteral("food"), tr("Food and drink")},
        {QStringLiteral("activities"), tr("Activities")},
        {QStringLiteral("travel"), tr("Travel and places")},
        {QStringLiteral("objects"), tr("Objects")},
        {QStringLiteral("symbols"), tr("Symbols and flags")},
    };
    QStringList out;
    for (const QString& group : EmojiTable::instance().groups())
        out.append(names.value(group, group));
    return out;
}

QString EmojiModel::emojiAt(int row) const {
    return row >= 0 && row < count() ? data(index(row), EmojiRole).toString() : QString();
}

QString EmojiModel::nameAt(int row) const {
    return row >= 0 && row < count() ? data(index(row), NameRole).toString() : QString();
}

void EmojiModel::refresh() {
    const EmojiTable& table = EmojiTable::instance();
    QList<int> shown;
    if (!query_.trimmed().isEmpty()) {
        shown = table.search(query_);
    } else if (group_ == RecentGroup) {
        for (const QString& text : std::as_const(recent_)) {
            if (const int place = table.findText(text); place >= 0)
                shown.append(place);
        }
    } else {
        for (std::size_t i = 0; i < table.all().size(); ++i) {
            if (table.all()[i].group == group_)
                shown.append(static_cast<int>(i));
        }
    }
    exchangeRows(*this, shown_, std::move(shown));
    Q_EMIT countChanged();
}

} // namespace chinwag::models
