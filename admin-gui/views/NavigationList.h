// The pages of the window, one below the other.
#pragma once

#include <QListWidget>

namespace chinwag::admin {

class NavigationList : public QListWidget {
    Q_OBJECT
public:
    explicit NavigationList(QWidget* parent = nullptr);

    void addPage(const QString& symbol, const QString& title);
};

} // namespace chinwag::admin
