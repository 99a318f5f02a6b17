// Rows of a table as tab-separated text for the clipboard.
#pragma once

#include <QString>

#include <vector>

class QTableView;

namespace chinwag::admin {

/// The columns that are shown, in their order on the screen, with a line of headings.
QString rowsAsText(const QTableView& view, const std::vector<int>& rows);

} // namespace chinwag::admin
