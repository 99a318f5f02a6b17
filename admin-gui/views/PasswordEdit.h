// A field for a password, which can be looked at.
#pragma once

#include <QLineEdit>

namespace chinwag::admin {

class PasswordEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit PasswordEdit(QWidget* parent = nullptr);
};

} // namespace chinwag::admin
