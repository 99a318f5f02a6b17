// What was wrong, in words.
#pragma once

#include "views/Panel.h"

namespace chinwag::admin {

class FaultPanel : public Panel {
    Q_OBJECT
public:
    /// Hidden until something is said.
    explicit FaultPanel(QWidget* parent = nullptr);
    void say(const QString& text);

private:
    QLabel* text_;
};

} // namespace chinwag::admin
