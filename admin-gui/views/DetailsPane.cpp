#include "views/DetailsPane.h"

#include "models/ConnectionText.h"
#include "models/ConnectionsModel.h"
#include "views/ConnectionsView.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace chinwag::admin {

namespace {

constexpr int paneWidth = 290;

} // namespace

DetailsPane::DetailsPane(ConnectionsModel& model, ConnectionsView& view, QWidget* parent)
    : Panel(Panel::Look::Surface, parent),
      model_(model),
      view_(view),
      name_(new QLabel(this)),
      hint_(new QLabel(this)),
      facts_(new QWidget(this)) {
    setFixedWidth(paneWidth);
    setRadius(3);
    setAccessibleName(tr("Details"));
    makeHeading(name_, 1.15);
    name_->setTextFormat(Qt::PlainText);
    name_->setWordWrap(true);
    makeMuted(hint_);
    hint_->setWordWrap(true);
    auto* const form = new QFormLayout(facts_);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(6);
    for (int i = 0; i < columnCount; ++i) {
        const auto column = static_cast<Column>(i);
        auto* const title = new QLabel(columnTitle(column), facts_);
        makeMuted(title);
        title->setToolTip(columnHelp(column));
        auto* const value = new QLabel(facts_);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(columnTitle(column));
        form->addRow(title, value);
        values_.append(value);
    }
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(name_);
    layout->addWidget(hint_);
    layout->addWidget(facts_);
    layout->addStretch(1);
    connect(view_.selectionModel(), &QItemSelectionModel::selectionChanged, this, &DetailsPane::update);
    connect(&model_, &ConnectionsModel::swapped, this, &DetailsPane::update);
    connect(&model_, &QAbstractItemModel::dataChanged, this, &DetailsPane::update);
    update();
}

void DetailsPane::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    update();
}

QString DetailsPane::textOf(const QString& title) const {
    for (const QLabel* const value : values_) {
        if (value->accessibleName() == title)
            return value->text();
    }
    return {};
}

void DetailsPane::update() {
    if (!isVisible())
        return;
    const auto rows = view_.selectedRowNumbers();
    const ConnectionInfo* const info = rows.size() == 1 ? model_.at(rows.front()) : nullptr;
    facts_->setVisible(info != nullptr);
    hint_->setVisible(info == nullptr || info->gone);
    if (info == nullptr) {
        name_->setText(tr("Details"));
        hint_->setText(rows.size() > 1
                           ? tr("%n connections are chosen.", nullptr, static_cast<int>(rows.size()))
                           : tr("Choose a connection to see all of it."));
        return;
    }
    name_->setText(info->displayName());
    hint_->setText(tr("It has ended; this is how it was last."));
    for (int i = 0; i < columnCount; ++i) {
        const auto column = static_cast<Column>(i);
        const QString exact = connectionToolTip(*info, column);
        values_[i]->setText(connectionText(*info, column));
        values_[i]->setToolTip(exact);
    }
}

} // namespace chinwag::admin
