// The line at the foot of the window: whether there is a connection, to where, as whom, how fast.
#pragma once

#include <QStatusBar>

class QLabel;

namespace chinwag::admin {

class ServerLink;

class LinkStatus : public QStatusBar {
    Q_OBJECT
public:
    explicit LinkStatus(ServerLink& link, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void update();

    ServerLink& link_;
    QLabel* dot_;
    QLabel* state_;
    QLabel* who_;
    QLabel* latency_;
};

} // namespace chinwag::admin
