#include "views/TableView.h"

#include "models/SwappingModel.h"

#include <QDataStream>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace chinwag::admin {

namespace {

constexpr quint32 layoutVersion = 2;

} // namespace

TableView::TableView(QWidget* parent) : QTableView(parent) {
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
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &TableView::showColumnMenu);
}

void TableView::setModel(QAbstractItemModel* model) {
    QTableView::setModel(model);
    // It marks no columns as chosen. To find out which are, it would look at every row of each.
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(model, horizontalHeader()));
    if (auto* const swapping = qobject_cast<SwappingModel*>(model)) {
        connect(swapping, &SwappingModel::aboutToSwap, this, &TableView::keepPlace);
        connect(swapping, &SwappingModel::swapped, this, &TableView::returnToPlace);
    }
}

void TableView::keepPlace() {
    anchor_ = QPersistentModelIndex();
    if (verticalScrollBar()->value() > 0 && isSteady())
        anchor_ = model()->index(rowAt(0), 0);
}

void TableView::returnToPlace() {
    if (anchor_.isValid() && rowAt(0) != anchor_.row())
        verticalScrollBar()->setValue(anchor_.row());
    anchor_ = QPersistentModelIndex();
}

QByteArray TableView::layoutState() const {
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << layoutVersion << horizontalHeader()->count() << horizontalHeader()->saveState();
    return state;
}

bool TableView::restoreLayout(const QByteArray& state) {
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 version = 0;
    int columns = 0;
    QByteArray header;
    stream >> version >> columns >> header;
    const bool fits = stream.status() == QDataStream::Ok && version == layoutVersion &&
                      columns == horizontalHeader()->count();
    if (!fits || !horizontalHeader()->restoreState(header))
        return false;
    model()->sort(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
    return true;
}

void TableView::fillColumnMenu(QMenu& menu) {
    const int columns = horizontalHeader()->count();
    for (int i = 0; i < columns; ++i) {
        QAction* const action = menu.addAction(model()->headerData(i, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(i));
        // A table without any column could not be asked for its columns again.
        action->setEnabled(isColumnHidden(i) || horizontalHeader()->hiddenSectionCount() < columns - 1);
        connect(action, &QAction::toggled, this, [this, i](bool on) { setColumnHidden(i, !on); });
    }
}

void TableView::showColumnMenu(const QPoint& position) {
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu);
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

std::vector<int> TableView::selectedRowNumbers() const {
    const QItemSelection selection = selectionModel()->selection();
    std::vector<std::pair<int, int>> ranges;
    ranges.reserve(static_cast<std::size_t>(selection.size()));
    for (const QItemSelectionRange& range : selection)
        ranges.emplace_back(range.top(), range.bottom());
    std::sort(ranges.begin(), ranges.end());
    // Rows by the hundred thousand may be chosen, in few ranges: those are put in order, not the rows.
    std::vector<int> rows;
    int next = 0;
    for (const auto& [top, bottom] : ranges) {
        for (next = std::max(next, top); next <= bottom; ++next)
            rows.push_back(next);
    }
    return rows;
}

void TableView::keyPressEvent(QKeyEvent* event) {
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
