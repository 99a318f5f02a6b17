#include "views/ReasonEdit.h"

#include <QLineEdit>

namespace chinwag::admin {

ReasonEdit::ReasonEdit(const QStringList& templates, const QString& hint, QWidget* parent)
    : QComboBox(parent) {
    setEditable(true);
    setInsertPolicy(NoInsert);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // A long one is no reason for a wide dialog.
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(24);
    addItems(templates);
    setCurrentIndex(-1);
    lineEdit()->setPlaceholderText(hint);
}

} // namespace chinwag::admin
