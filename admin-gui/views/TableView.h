// A table as all pages have it: rows are chosen as a whole, columns are moved, hidden and remembered.
#pragma once

#include <QPersistentModelIndex>
#include <QTableView>

#include <vector>

class QMenu;

namespace chinwag::admin {

class TableView : public QTableView {
    Q_OBJECT
public:
    explicit TableView(QWidget* parent = nullptr);

    /// What is on the screen stays there when a SwappingModel renews its rows, but for the very first rows:
    /// at the top one wants to see what is new.
    void setModel(QAbstractItemModel* model) override;

    /// The columns, their order, widths and the sorting, as bytes for the settings.
    QByteArray layoutState() const;
    /// False, with nothing changed, when `state` is not the layout of a table with these columns.
    bool restoreLayout(const QByteArray& state);
    /// Check boxes that show and hide the columns.
    void fillColumnMenu(QMenu& menu);

    std::vector<int> selectedRowNumbers() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    /// Whether rows stay about where they are; one that wanders by its value takes nobody along.
    virtual bool isSteady() const { return true; }

private:
    void keepPlace();
    void returnToPlace();
    void showColumnMenu(const QPoint& position);

    QPersistentModelIndex anchor_; ///< of the row that was the first on the screen
};

} // namespace chinwag::admin
