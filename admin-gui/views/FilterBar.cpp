#include "views/FilterBar.h"

#include "models/ConnectionText.h"
#include "views/FlowLayout.h"
#include "views/Icon.h"
#include "views/Panel.h"

#include <QLabel>
#include <QToolButton>

namespace chinwag::admin {

FilterBar::FilterBar(QWidget* parent) : QWidget(parent), flow_(new FlowLayout(this)) {}

void FilterBar::setFilters(const QVector<ConnectionFilter>& filters) {
    while (QLayoutItem* const item = flow_->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const ConnectionFilter& filter : filters)
        addChip(filter);
    if (!filters.isEmpty()) {
        auto* const clear = new QToolButton(this);
        clear->setText(tr("Remove all"));
        clear->setAutoRaise(true);
        connect(clear, &QToolButton::clicked, this, &FilterBar::cleared);
        flow_->addWidget(clear);
    }
    setVisible(!filters.isEmpty());
    updateGeometry();
}

void FilterBar::addChip(const ConnectionFilter& filter) {
    auto* const chip = new Panel(Panel::Look::Accent, this);
    auto* const text = new QLabel(filterText(filter), chip);
    text->setTextFormat(Qt::PlainText);
    auto* const remove = new QToolButton(chip);
    remove->setIcon(symbolIcon(QStringLiteral("close"), remove));
    remove->setIconSize(QSize(12, 12));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Remove this filter"));
    remove->setAccessibleName(tr("Remove the filter: %1").arg(text->text()));
    connect(remove, &QToolButton::clicked, this, [this, filter] { Q_EMIT removed(filter); });
    auto* const row = new QHBoxLayout(chip);
    row->setContentsMargins(10, 2, 4, 2);
    row->setSpacing(4);
    row->addWidget(text);
    row->addWidget(remove);
    flow_->addWidget(chip);
}

} // namespace chinwag::admin
