// The conditions that are in force, as chips that can be taken away.
#pragma once

#include "models/ConnectionQuery.h"

#include <QWidget>

namespace chinwag::admin {

class FlowLayout;

class FilterBar : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(QWidget* parent = nullptr);

    void setFilters(const QVector<ConnectionFilter>& filters);

Q_SIGNALS:
    void removed(const chinwag::admin::ConnectionFilter& filter);
    void cleared();

private:
    void addChip(const ConnectionFilter& filter);

    FlowLayout* flow_;
};

} // namespace chinwag::admin
