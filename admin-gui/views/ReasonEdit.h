// A field for a reason, with those to choose from that the operator has written down.
#pragma once

#include <QComboBox>

namespace chinwag::admin {

class ReasonEdit : public QComboBox {
    Q_OBJECT
public:
    ReasonEdit(const QStringList& templates, const QString& hint, QWidget* parent = nullptr);
};

} // namespace chinwag::admin
