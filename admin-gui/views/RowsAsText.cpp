#include "views/RowsAsText.h"

#include <QHeaderView>
#include <QTableView>

namespace chinwag::admin {

namespace {

/// A nickname must not make a new column or row.
QString cell(const QVariant& value) {
    return value.toString().simplified();
}

} // namespace

QString rowsAsText(const QTableView& view, const std::vector<int>& rows) {
    const QAbstractItemModel& model = *view.model();
    std::vector<int> columns;
    for (int place = 0; place < view.horizontalHeader()->count(); ++place) {
        const int column = view.horizontalHeader()->logicalIndex(place);
        if (!view.isColumnHidden(column))
            columns.push_back(column);
    }
    QStringList lines;
    QStringList cells;
    for (const int column : columns)
        cells << cell(model.headerData(column, Qt::Horizontal));
    lines << cells.join(u'\t');
    for (const int row : rows) {
        cells.clear();
        for (const int column : columns)
            cells << cell(model.index(row, column).data());
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace chinwag::admin
