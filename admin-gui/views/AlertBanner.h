// The strip that names what is over its limit, on the screen as long as it is.
#pragma once

#include "models/Alerts.h"

#include <QWidget>

class QLabel;

namespace chinwag::admin {

class AlertBanner : public QWidget {
    Q_OBJECT
public:
    /// `alerts` must outlive this.
    explicit AlertBanner(Alerts& alerts, QWidget* parent = nullptr);

    QString text() const;

private:
    void update();

    Alerts& alerts_;
    QLabel* text_;
};

} // namespace chinwag::admin
