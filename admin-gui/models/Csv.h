// Comma-separated values, as spreadsheets read them (RFC 4180, UTF-8).
#pragma once

#include <QByteArray>
#include <QStringList>

namespace chinwag::admin {

/// One line with its end. Chatters write what stands in it, and a spreadsheet takes what begins with an
/// equals sign and the like for a formula: such a cell gets an apostrophe in front.
QByteArray csvLine(const QStringList& cells);

} // namespace chinwag::admin
