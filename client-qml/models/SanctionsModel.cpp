#include "models/SanctionsModel.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace chinwag::models {

SanctionsModel::SanctionsModel(sdk::Client& client, QObject* parent)
    : QAbstractListModel(parent), client_(client) {}

int SanctionsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> SanctionsModel::roleNames() const {
    return {{IdRole, "sanctionId"}, {WhomRole, "whom"}, {WhatRole, "what"}, {ReasonRole, "reason"}};
}

QVariant SanctionsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry& entry = sanctions_.at(index.row());
    switch (role) {
    case IdRole: return entry.id;
    case Qt::DisplayRole:
    case WhomRole: return entry.user.isEmpty() ? tr("Somebody who is not logged in") : entry.user;
    case WhatRole: return sentenceOf(entry);
    case ReasonRole: return entry.reason;
    default: return {};
    }
}

QString SanctionsModel::sentenceOf(const Entry& entry) const {
    if (entry.until.isNull())
        return entry.isBan ? tr("Banned for good") : tr("Muted for good");
    const QString until = QLocale().toString(entry.until, QLocale::ShortFormat);
    return entry.isBan ? tr("Banned until %1").arg(until) : tr("Muted until %1").arg(until);
}

void SanctionsModel::show(const QString& channel) {
    channel_ = channel;
    beginResetModel();
    sanctions_.clear();
    endResetModel();
    setState(true, {});
    const bool asked = client_.call(QStringLiteral("chat.sanctions"), {{QStringLiteral("channel"), channel}},
                                    this, [this, channel](const QJsonObject& answer, const QString& refusal) {
                                        if (channel == channel_)
                                            take(answer, refusal);
                                    });
    if (!asked)
        setState(false, tr("There is no connection."));
}

void SanctionsModel::take(const QJsonObject& answer, const QString& refusal) {
    beginResetModel();
    sanctions_.clear();
    const QJsonArray held = answer.value(QLatin1String("sanctions")).toArray();
    for (const auto& item : held) {
        Entry entry{item[QLatin1String("id")].toString()};
        entry.user = item[QLatin1String("user")].toString();
        entry.isBan = item[QLatin1String("kind")].toString() == QLatin1String("ban");
        if (const qint64 until = item[QLatin1String("until")].toInteger(); until > 0)
            entry.until = QDateTime::fromMSecsSinceEpoch(until);
        entry.reason = item[QLatin1String("reason")].toString();
        if (!entry.id.isEmpty())
            sanctions_.append(entry);
    }
    endResetModel();
    setState(false, refusal);
}

void SanctionsModel::lift(const QString& id) {
    setState(true, {});
    const bool asked = client_.call(
        QStringLiteral("chat.lift"), {{QStringLiteral("channel"), channel_}, {QStringLiteral("id"), id}},
        this, [this, id, channel = channel_](const QJsonObject&, const QString& refusal) {
            if (channel != channel_)
                return; // another room's are shown by now
            if (refusal.isEmpty())
                remove(id);
            setState(false, refusal);
        });
    if (!asked)
        setState(false, tr("There is no connection."));
}

void SanctionsModel::remove(const QString& id) {
    const auto found = std::find_if(sanctions_.begin(), sanctions_.end(),
                                    [&](const Entry& entry) { return entry.id == id; });
    if (found == sanctions_.end())
        return;
    const int row = static_cast<int>(found - sanctions_.begin());
    beginRemoveRows({}, row, row);
    sanctions_.erase(found);
    endRemoveRows();
}

void SanctionsModel::setState(bool busy, const QString& fault) {
    busy_ = busy;
    fault_ = fault;
    Q_EMIT changed();
}

} // namespace chinwag::models
