// The strip above the page that says that what is shown is old, and what is being done about it.
#pragma once

#include "views/Panel.h"

#include <QTimer>

class QLabel;
class QPushButton;

namespace chinwag::admin {

class ServerLink;

class LinkBanner : public QWidget {
    Q_OBJECT
public:
    explicit LinkBanner(ServerLink& link, QWidget* parent = nullptr);

Q_SIGNALS:
    void connectRequested();

private:
    void update();
    void act();

    ServerLink& link_;
    QTimer second_;
    Panel* panel_;
    QLabel* text_;
    QPushButton* action_;
};

} // namespace chinwag::admin
