// What the forms of several actions have in common.
#pragma once

#include "views/ActionDialog.h"

#include <optional>

namespace chinwag::admin {

ActionField actionField(ActionField::Kind kind, const QString& name, const QString& label,
                        const QString& value = {});
/// Why it is done, which has to be said: the audit log has a reason for everything.
ActionField reasonField(const QString& hint);
/// `body` with the channel in place of the name of a room, which is what people write.
QJsonObject withChannel(QJsonObject body);
/// How long a row's rule has still to go, in minutes from 1 on; nothing for one without an end.
std::optional<int> minutesLeft(const QJsonObject& row);

} // namespace chinwag::admin
