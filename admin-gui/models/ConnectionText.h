// How a connection reads in the table.
#pragma once

#include "api/ConnectionInfo.h"
#include "models/ConnectionQuery.h"

#include <qnamespace.h>

namespace chinwag::admin {

QString columnTitle(Column column);
/// What the column means, for a tool tip.
QString columnHelp(Column column);
QString connectionText(const ConnectionInfo& info, Column column);
/// The exact value where the text is rounded or relative; empty otherwise.
QString connectionToolTip(const ConnectionInfo& info, Column column);
Qt::Alignment connectionAlignment(Column column);
/// "Room contains lobby", as one sentence for a chip.
QString filterText(const ConnectionFilter& filter);
/// Whether the column is filtered by a number and not by a text.
bool isNumeric(Column column);

} // namespace chinwag::admin
