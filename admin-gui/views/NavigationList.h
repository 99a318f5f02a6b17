// The pages of the window, one below the other.
#pragma once

#include <QListWidget>

namespace chinwag::admin {

class NavigationList : public QListWidget {
    Q_OBJECT
public:
    explicit NavigationList(QWidget* parent = nullptr);

    void addPage(const QString& symbol, const QString& title);
    /// How much waits on a page; beyond `most` it says that there is more. 0: nothing is shown.
    void setCount(int row, int count, int most);
};

} // namespace chinwag::admin
