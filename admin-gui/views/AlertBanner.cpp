#include "views/AlertBanner.h"

#include "views/Panel.h"

#include <QHBoxLayout>
#include <QLabel>

namespace chinwag::admin {

AlertBanner::AlertBanner(Alerts& alerts, QWidget* parent)
    : QWidget(parent), alerts_(alerts), text_(new QLabel) {
    auto* const panel = new Panel(Panel::Look::Warning, this);
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    auto* const row = new QHBoxLayout(panel);
    row->setContentsMargins(14, 8, 10, 8);
    row->addWidget(text_, 1);
    auto* const outer = new QVBoxLayout(this);
    outer->setContentsMargins(20, 12, 20, 0);
    outer->addWidget(panel);
    connect(&alerts_, &Alerts::changed, this, &AlertBanner::update);
    update();
}

QString AlertBanner::text() const {
    return isVisibleTo(parentWidget()) ? text_->text() : QString();
}

void AlertBanner::update() {
    QStringList lines;
    const auto raised = alerts_.raised();
    for (const Alerts::Metric metric : raised)
        lines << alerts_.text(metric);
    text_->setText(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
}

} // namespace chinwag::admin
