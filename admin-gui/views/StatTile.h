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

private:
    QLabel* value_;
    QLabel* note_;
    QString title_;
};

} // namespace chinwag::admin
