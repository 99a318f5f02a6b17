// A table as all pages have it: rows are chosen as a whole, columns are moved, hidden and remembered.
#pragma once

#include <QTableView>

#include <vector>

class QMenu;

namespace chinwag::admin {

class TableView : public QTableView {
    Q_OBJECT
public:
    explicit TableView(QWidget* parent = nullptr);

    /// The columns, their order, widths and the sorting, as bytes for the settings.
    QByteArray layoutState() const;
    /// False, with nothing changed, when `state` is not the layout of a table with these columns.
    bool restoreLayout(const QByteArray& state);
    /// Check boxes that show and hide the columns.
    void fillColumnMenu(QMenu& menu);

    std::vector<int> selectedRowNumbers() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showColumnMenu(const QPoint& position);
};

} // namespace chinwag::admin
