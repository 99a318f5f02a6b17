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

} // namespace chinwag::admin::lists
