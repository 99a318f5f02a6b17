#include "views/AlertsDialog.h"

#include "views/Panel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>
#include <vector>

namespace chinwag::admin {

namespace {

constexpr double mostLimit = 10'000'000;

QDoubleSpinBox* makeLimit(Alerts::Metric metric, const Alerts::Rule& rule, QWidget* parent) {
    auto* const limit = new QDoubleSpinBox(parent);
    limit->setDecimals(0);
    limit->setRange(1, mostLimit);
    limit->setGroupSeparatorShown(true);
    limit->setSuffix(Alerts::suffix(metric));
    limit->setValue(rule.limit);
    limit->setEnabled(rule.isOn);
    limit->setAccessibleName(AlertsDialog::tr("Limit of %1").arg(Alerts::title(metric)));
    limit->setVisible(Alerts::hasLimit(metric));
    return limit;
}

} // namespace

AlertsDialog::AlertsDialog(Alerts& alerts, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Alerts"));
    auto* const heading = new QLabel(tr("Tell me when something is wrong"), this);
    makeHeading(heading, 1.25);
    auto* const note = new QLabel(tr("It has to last for %n seconds. The desktop notifies you, and every "
                                     "page shows it.",
                                     nullptr, Alerts::patience),
                                  this);
    note->setWordWrap(true);
    makeMuted(note);
    auto* const grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    std::vector<std::pair<QCheckBox*, QDoubleSpinBox*>> rows;
    for (const Alerts::Metric metric : Alerts::metrics) {
        const Alerts::Rule rule = alerts.rule(metric);
        const bool hasLimit = Alerts::hasLimit(metric);
        auto* const box =
            new QCheckBox(hasLimit ? tr("%1 over").arg(Alerts::title(metric)) : Alerts::title(metric), this);
        box->setChecked(rule.isOn);
        auto* const limit = makeLimit(metric, rule, this);
        connect(box, &QCheckBox::toggled, limit, &QWidget::setEnabled);
        const auto row = static_cast<int>(rows.size());
        grid->addWidget(box, row, 0);
        grid->addWidget(limit, row, 1);
        rows.emplace_back(box, limit);
    }
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, &alerts, rows] {
        for (std::size_t i = 0; i < rows.size(); ++i)
            alerts.setRule(Alerts::metrics[i],
                           {rows[i].first->isChecked(),
                            Alerts::hasLimit(Alerts::metrics[i]) ? rows[i].second->value() : 0});
        accept();
    });
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 16);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addLayout(grid);
    layout->addWidget(note);
    layout->addWidget(buttons);
    setMinimumWidth(420);
}

} // namespace chinwag::admin
