#include "views/ContextDialog.h"

#include "models/Lists.h"
#include "views/Panel.h"
#include "views/RowDelegate.h"
#include "views/RowsAsText.h"
#include "views/TableView.h"
#include "views/Tones.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace chinwag::admin {

ContextDialog::ContextDialog(RestClient& client, const QString& room, qint64 seq, bool mayModerate,
                             QWidget* parent)
    : QDialog(parent),
      model_(client, room, seq),
      view_(new TableView(this)),
      trouble_(new QLabel(this)),
      earlier_(new QPushButton(tr("&Earlier"), this)),
      later_(new QPushButton(tr("&Later"), this)) {
    setWindowTitle(tr("What was said in %1").arg(lists::roomName(room)));
    auto* const heading = new QLabel(windowTitle(), this);
    heading->setTextFormat(Qt::PlainText);
    makeHeading(heading, 1.25);
    trouble_->setWordWrap(true);
    trouble_->setTextFormat(Qt::PlainText);
    QPalette troubled = trouble_->palette();
    troubled.setColor(QPalette::WindowText, Tones::of(palette()).danger);
    trouble_->setPalette(troubled);
    buildTable();
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    if (mayModerate) {
        redact_ = buttons->addButton(tr("&Redact…"), QDialogButtonBox::ActionRole);
        redact_->setAutoDefault(false);
        connect(redact_, &QPushButton::clicked, this, [this] { Q_EMIT redactRequested(selected()); });
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(earlier_, &QPushButton::clicked, &model_, &ContextModel::loadEarlier);
    connect(later_, &QPushButton::clicked, &model_, &ContextModel::loadLater);
    for (QPushButton* const button : {earlier_, later_})
        button->setAutoDefault(false);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 16);
    layout->setSpacing(10);
    layout->addWidget(heading);
    layout->addWidget(trouble_);
    layout->addWidget(earlier_, 0, Qt::AlignLeft);
    layout->addWidget(view_, 1);
    layout->addWidget(later_, 0, Qt::AlignLeft);
    layout->addWidget(buttons);
    resize(820, 560);
    connect(&model_, &ContextModel::statusChanged, this, &ContextDialog::update);
    connect(&model_, &ContextModel::loaded, this, &ContextDialog::showAbout);
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ContextDialog::update);
    model_.load();
    view_->setFocus();
}

void ContextDialog::buildTable() {
    view_->setModel(&model_);
    view_->setItemDelegate(new RowDelegate(view_));
    view_->setAccessibleName(windowTitle());
    view_->setContextMenuPolicy(Qt::ActionsContextMenu);
    view_->setFrameShape(QFrame::StyledPanel);
    const int em = fontMetrics().averageCharWidth();
    // The last one, what was said, takes what is left.
    for (int i = 0; i < model_.columnCount() - 1; ++i)
        view_->setColumnWidth(i, model_.columns()[i].width * em + 22);
    auto* const copy = new QAction(tr("Copy"), view_);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    view_->addAction(copy);
    connect(copy, &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(rowsAsText(*view_, view_->selectedRowNumbers())); });
}

QVector<QJsonObject> ContextDialog::selected() const {
    QVector<QJsonObject> rows;
    for (const int row : view_->selectedRowNumbers()) {
        if (!lists::messageText(model_.at(row)).isEmpty())
            rows.append(model_.at(row));
    }
    return rows;
}

void ContextDialog::update() {
    trouble_->setVisible(model_.error().has_value());
    if (model_.error())
        trouble_->setText(tr("The messages could not be read: %1").arg(model_.error()->message()));
    earlier_->setEnabled(model_.hasEarlier() && !model_.isLoading());
    later_->setEnabled(model_.hasLater() && !model_.isLoading());
    if (redact_ != nullptr)
        redact_->setEnabled(!selected().isEmpty());
}

void ContextDialog::showAbout() {
    const int row = model_.aboutRow();
    view_->selectRow(row);
    view_->scrollTo(model_.index(row, 0), QAbstractItemView::PositionAtCenter);
}

} // namespace chinwag::admin
