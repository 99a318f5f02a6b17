#include "views/ConnectionsView.h"

#include "models/ConnectionText.h"
#include "models/ConnectionsModel.h"
#include "views/ConnectionDelegate.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace chinwag::admin {

namespace {

/// In average characters.
int defaultWidth(Column column) {
    switch (column) {
    case Column::Nick: return 13;
    case Column::User:
    case Column::Client: return 10;
    case Column::Room: return 9;
    case Column::Address: return 14;
    case Column::Tls: return 4;
    case Column::ConnectedAt: return 12;
    case Column::MessagesIn:
    case Column::MessagesOut: return 11;
    case Column::Id: return 12;
    case Column::LastError:
    case Column::Device: return 18;
    default: return 9;
    }
}

/// What is not shown until it is asked for.
bool isExtra(Column column) {
    return column == Column::Dialect || column == Column::Client || column == Column::BytesIn ||
           column == Column::BytesOut || column >= Column::Id;
}

} // namespace

ConnectionsView::ConnectionsView(ConnectionsModel& model, QWidget* parent)
    : TableView(parent), model_(model) {
    setModel(&model_);
    setItemDelegate(new ConnectionDelegate(this));
    setDefaultLayout();
    setSortingEnabled(true);
    setAccessibleName(tr("Connections"));

    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ConnectionsView::reportVisibleRows);
    connect(&model_, &ConnectionsModel::swapped, this, &ConnectionsView::reportVisibleRows);
    model_.setChosenRows([this] { return selectedRowNumbers(); });
}

void ConnectionsView::setDefaultLayout() {
    const int em = fontMetrics().averageCharWidth();
    horizontalHeader()->setSortIndicatorShown(true); // a title needs room for it
    for (int i = 0; i < columnCount; ++i) {
        const auto column = static_cast<Column>(i);
        const int forTitle = horizontalHeader()->sectionSizeHint(i);
        setColumnWidth(i, std::max(defaultWidth(column) * em + 22, forTitle));
        setColumnHidden(i, isExtra(column));
    }
    horizontalHeader()->setSortIndicator(static_cast<int>(Column::ConnectedAt), Qt::DescendingOrder);
}

void ConnectionsView::reportVisibleRows() {
    const int first = rowAt(0);
    if (first < 0)
        return;
    const int last = rowAt(viewport()->height() - 1);
    model_.setVisibleRows(first, last < 0 ? model_.rowCount() - 1 : last);
}

bool ConnectionsView::isSteady() const {
    return !isNumeric(model_.query().sortColumn);
}

void ConnectionsView::resizeEvent(QResizeEvent* event) {
    TableView::resizeEvent(event);
    reportVisibleRows();
}

void ConnectionsView::showEvent(QShowEvent* event) {
    TableView::showEvent(event);
    reportVisibleRows();
}

} // namespace chinwag::admin
