// One number of the overview with its name and a line beneath.
#pragma once

#include "views/Panel.h"

class QLabel;

namespace chinwag::admin {

class StatTile : public Panel {
    Q_OBJECT
public:
    explicit StatTile(const QString& title, QWidget* parent = nullptr);

    void setValue(const QString& value, const QString& note);
    /// The value says that something is wrong, and looks like it.
    void setAlarmed(bool alarmed);

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintValue();

    QLabel* value_;
    QLabel* note_;
    QString title_;
    bool alarmed_ = false;
};

} // namespace chinwag::admin
