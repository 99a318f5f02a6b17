#include "views/FaultPanel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace chinwag::admin {

FaultPanel::FaultPanel(QWidget* parent) : Panel(Look::Danger, parent), text_(new QLabel(this)) {
    text_->setObjectName(QStringLiteral("fault"));
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->addWidget(text_);
    hide();
}

void FaultPanel::say(const QString& text) {
    text_->setText(text);
    setAccessibleName(text);
    show();
}

} // namespace chinwag::admin
