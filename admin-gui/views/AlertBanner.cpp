#include "views/AlertBanner.h"

#include "views/Panel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>

namespace chinwag::admin {

AlertBanner::AlertBanner(Alerts& alerts, QWidget* parent)
    : QWidget(parent), alerts_(alerts), text_(new QLabel), tray_(QApplication::windowIcon()) {
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
    connect(&alerts_, &Alerts::raisedNow, this, &AlertBanner::notify);
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
    if (lines.isEmpty())
        tray_.hide();
}

void AlertBanner::notify(Alerts::Metric metric) {
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    tray_.show();
    tray_.showMessage(tr("Chinwag Admin"), alerts_.text(metric), QSystemTrayIcon::Warning);
}

} // namespace chinwag::admin
