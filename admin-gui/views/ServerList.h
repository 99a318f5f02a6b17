// The servers to choose from; while there are none, what that means and what to do.
#pragma once

#include <QListWidget>

namespace chinwag::admin {

class ServerList : public QListWidget {
    Q_OBJECT
public:
    explicit ServerList(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString hint_;
};

} // namespace chinwag::admin
