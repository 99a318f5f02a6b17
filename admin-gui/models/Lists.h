// The lists of the operator API that are shown as tables, but for the connections, which have a model of
// their own.
#pragma once

#include "models/TableSpec.h"

namespace chinwag::admin::lists {

TableSpec users();
TableSpec rooms();
TableSpec messages();
TableSpec reports();
TableSpec bans();
TableSpec mutes();
TableSpec audit();
TableSpec logs();
TableSpec configuration();
TableSpec sessions();

/// The text of a message, out of a row of messages() or reports(); empty when it was taken away.
QString messageText(const QJsonObject& message);

/// What people call a channel: rooms of the chat without their namespace; and the other way round.
QString roomName(const QString& channel);
QString roomChannel(const QString& name);

} // namespace chinwag::admin::lists
