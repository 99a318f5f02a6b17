// A line of text that ends in "…" where the room does, and tells all of it in its tool tip.
#pragma once

#include <QLabel>

namespace chinwag::admin {

class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace chinwag::admin
