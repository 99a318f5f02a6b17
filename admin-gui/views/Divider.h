// A line between two parts of the window.
#pragma once

#include <QWidget>

namespace chinwag::admin {

class Divider : public QWidget {
    Q_OBJECT
public:
    explicit Divider(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace chinwag::admin
