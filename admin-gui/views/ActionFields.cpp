#include "views/ActionFields.h"

#include "models/Lists.h"

#include <QDateTime>

#include <algorithm>

namespace chinwag::admin {

ActionField actionField(ActionField::Kind kind, const QString& name, const QString& label,
                        const QString& value) {
    ActionField field;
    field.kind = kind;
    field.name = name;
    field.label = label;
    field.value = value;
    return field;
}

ActionField reasonField(const QString& hint) {
    ActionField field =
        actionField(ActionField::Kind::Reason, QStringLiteral("reason"), ActionDialog::tr("&Reason:"));
    field.hint = hint;
    field.isRequired = true;
    return field;
}

QJsonObject withChannel(QJsonObject body) {
    if (body.contains(QLatin1String("room")))
        body.insert(QStringLiteral("room"), lists::roomChannel(body.value(QLatin1String("room")).toString()));
    return body;
}

std::optional<int> minutesLeft(const QJsonObject& row) {
    const QDateTime until =
        QDateTime::fromString(row.value(QLatin1String("until")).toString(), Qt::ISODateWithMs);
    if (!until.isValid())
        return std::nullopt;
    constexpr qint64 secondsPerMinute = 60;
    const auto seconds = QDateTime::currentDateTimeUtc().secsTo(until);
    // A minute that has begun counts: what is undone ends no earlier than it would have.
    return static_cast<int>(std::max<qint64>((seconds + secondsPerMinute - 1) / secondsPerMinute, 1));
}

} // namespace chinwag::admin
