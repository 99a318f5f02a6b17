// Asks for one condition on a column.
#pragma once

#include "models/ConnectionQuery.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QLineEdit;
class QStackedWidget;

namespace chinwag::admin {

class FilterDialog : public QDialog {
    Q_OBJECT
public:
    explicit FilterDialog(QWidget* parent = nullptr);

    ConnectionFilter filter() const;

private:
    Column column() const;
    void columnChanged();
    void updateButtons();

    QComboBox* column_;
    QStackedWidget* conditions_;
    QLineEdit* text_;
    QComboBox* tls_;
    QComboBox* comparison_;
    QDoubleSpinBox* number_;
    QDialogButtonBox* buttons_;
};

} // namespace chinwag::admin
