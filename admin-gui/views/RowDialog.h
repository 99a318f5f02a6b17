// All that the server tells of one row of a list, for what has no column.
#pragma once

#include <QDialog>

class QJsonObject;

namespace chinwag::admin {

class RowDialog : public QDialog {
    Q_OBJECT
public:
    /// `title` says what list the row is of.
    RowDialog(const QString& title, const QJsonObject& row, QWidget* parent = nullptr);
};

} // namespace chinwag::admin
