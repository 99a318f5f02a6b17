#include "views/ConnectionsView.h"

#include "models/ConnectionText.h"
#include "models/ConnectionsModel.h"
#include "views/ConnectionDelegate.h"

#include <QDataStream>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace chinwag::admin {

namespace {

constexpr quint32 layoutVersion = 2;

/// In average characters.
int defaultWidth(Column column) {
    switch (column) {
    case Column::Nick: return 13;
    case Column::User: return 10;
    case Column::Client: return 10;
    case Column::Room: return 9;
    case Column::Address: return 14;
    case Column::Tls: return 4;
    case Column::ConnectedAt: return 12;
    case Column::MessagesIn:
    case Column::MessagesOut: return 11;
    case Column::Id: return 12;
    default: return 9;
    }
}

/// What is not shown until it is asked for.
bool isExtra(Column column) {
    return column == Column::Dialect || column == Column::Client || column == Column::BytesIn ||
           column == Column::BytesOut || column == Column::Id;
}

/// What a row that stays where it is in the list is sorted by.
bool isSteady(Column column) {
    return !isNumeric(column);
}

} // namespace

ConnectionsView::ConnectionsView(ConnectionsModel& model, QWidget* parent)
    : QTableView(parent), model_(model) {
    setModel(&model_);
    setItemDelegate(new ConnectionDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(20);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 11);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setMinimumSectionSize(40);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &ConnectionsView::showColumnMenu);
    setDefaultLayout();
    setSortingEnabled(true);
    setAccessibleName(tr("Connections"));

    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ConnectionsView::reportVisibleRows);
    connect(&model_, &ConnectionsModel::aboutToSwap, this, &ConnectionsView::keepPlace);
    connect(&model_, &ConnectionsModel::swapped, this, &ConnectionsView::returnToPlace);
    model_.setChosenRows([this] { return selectedRowNumbers(); });
}

void ConnectionsView::setDefaultLayout() {
    const int em = fontMetrics().averageCharWidth();
    for (int i = 0; i < columnCount; ++i) {
        const auto column = static_cast<Column>(i);
        setColumnWidth(i, defaultWidth(column) * em + 22);
        setColumnHidden(i, isExtra(column));
    }
    horizontalHeader()->setSortIndicator(static_cast<int>(Column::ConnectedAt), Qt::DescendingOrder);
}

QByteArray ConnectionsView::layoutState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << layoutVersion << columnCount << horizontalHeader()->saveState();
    return state;
}

bool ConnectionsView::restoreLayout(const QByteArray& state) {
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 version = 0;
    int columns = 0;
    QByteArray header;
    stream >> version >> columns >> header;
    const bool fits =
        stream.status() == QDataStream::Ok && version == layoutVersion && columns == columnCount;
    if (!fits || !horizontalHeader()->restoreState(header))
        return false;
    model_.sort(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
    return true;
}

void ConnectionsView::fillColumnMenu(QMenu& menu) {
    for (int i = 0; i < columnCount; ++i) {
        QAction* const action = menu.addAction(columnTitle(static_cast<Column>(i)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(i));
        // A table without any column could not be asked for its columns again.
        action->setEnabled(isColumnHidden(i) || horizontalHeader()->hiddenSectionCount() < columnCount - 1);
        connect(action, &QAction::toggled, this, [this, i](bool on) { setColumnHidden(i, !on); });
    }
}

void ConnectionsView::showColumnMenu(const QPoint& position) {
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu);
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

std::vector<int> ConnectionsView::selectedRowNumbers() const {
    std::vector<int> rows;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void ConnectionsView::reportVisibleRows() {
    const int first = rowAt(0);
    if (first < 0)
        return;
    const int last = rowAt(viewport()->height() - 1);
    model_.setVisibleRows(first, last < 0 ? model_.rowCount() - 1 : last);
}

void ConnectionsView::keepPlace() {
    anchor_ = QPersistentModelIndex();
    // At the top one wants to see what is new; and a row that wanders by its value takes nobody along.
    if (verticalScrollBar()->value() > 0 && isSteady(model_.query().sortColumn))
        anchor_ = model_.index(rowAt(0), 0);
}

void ConnectionsView::returnToPlace() {
    if (anchor_.isValid() && rowAt(0) != anchor_.row())
        verticalScrollBar()->setValue(anchor_.row());
    anchor_ = QPersistentModelIndex();
    reportVisibleRows();
}

void ConnectionsView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    reportVisibleRows();
}

void ConnectionsView::showEvent(QShowEvent* event) {
    QTableView::showEvent(event);
    reportVisibleRows();
}

void ConnectionsView::keyPressEvent(QKeyEvent* event) {
    // Typing into the table would search through thousands of rows that are not here.
    const bool isText = !event->text().isEmpty() && event->text().at(0).isPrint() &&
                        (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) == 0 &&
                        event->key() != Qt::Key_Space;
    if (isText)
        event->ignore();
    else
        QTableView::keyPressEvent(event);
}

} // namespace chinwag::admin
