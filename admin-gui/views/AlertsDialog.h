// Which numbers of the server are worth an alert, and from where on.
#pragma once

#include "models/Alerts.h"

#include <QDialog>

namespace chinwag::admin {

class AlertsDialog : public QDialog {
    Q_OBJECT
public:
    /// `alerts` must outlive this; it is changed when the dialog is accepted.
    explicit AlertsDialog(Alerts& alerts, QWidget* parent = nullptr);
};

} // namespace chinwag::admin
