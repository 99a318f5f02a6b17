#include "views/UndoBar.h"

#include "views/Icon.h"
#include "views/Panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace chinwag::admin {

namespace {

constexpr std::chrono::seconds shownFor{20};

} // namespace

UndoBar::UndoBar(QWidget* parent)
    : QWidget(parent), text_(new QLabel), undo_(new QPushButton(tr("&Undo"))), close_(new QPushButton) {
    auto* const panel = new Panel(Panel::Look::Accent, this);
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    close_->setFlat(true);
    close_->setAccessibleName(tr("Close"));
    close_->setToolTip(tr("Close"));
    close_->setIcon(symbolIcon(QStringLiteral("close"), this));
    auto* const row = new QHBoxLayout(panel);
    row->setContentsMargins(14, 8, 10, 8);
    row->addWidget(text_, 1);
    row->addWidget(undo_);
    row->addWidget(close_);
    auto* const outer = new QVBoxLayout(this);
    outer->setContentsMargins(20, 12, 20, 0);
    outer->addWidget(panel);
    away_.setSingleShot(true);
    away_.setInterval(shownFor);
    connect(&away_, &QTimer::timeout, this, &QWidget::hide);
    connect(close_, &QPushButton::clicked, this, &QWidget::hide);
    connect(undo_, &QPushButton::clicked, this, &UndoBar::takeBack);
    hide();
}

void UndoBar::offer(const QString& text, std::function<void()> undo) {
    text_->setText(text);
    act_ = std::move(undo);
    undo_->setVisible(static_cast<bool>(act_));
    show();
    away_.start();
}

QString UndoBar::text() const {
    return isVisibleTo(parentWidget()) ? text_->text() : QString();
}

void UndoBar::takeBack() {
    hide();
    if (const auto act = std::exchange(act_, {}))
        act();
}

} // namespace chinwag::admin
