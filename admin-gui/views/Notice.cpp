#include "views/Notice.h"

#include "views/Icon.h"
#include "views/Panel.h"
#include "views/Tones.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace chinwag::admin {

Notice::Notice(QWidget* parent)
    : QWidget(parent),
      picture_(new QLabel(this)),
      title_(new QLabel(this)),
      text_(new QLabel(this)),
      action_(new QPushButton(this)) {
    makeHeading(title_, 1.25);
    makeMuted(text_);
    text_->setWordWrap(true);
    text_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    text_->setTextFormat(Qt::PlainText);
    text_->setMaximumWidth(520);
    auto* const layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(picture_, 0, Qt::AlignHCenter);
    layout->addSpacing(6);
    layout->addWidget(title_, 0, Qt::AlignHCenter);
    auto* const row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(text_, 3);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addSpacing(8);
    layout->addWidget(action_, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(action_, &QPushButton::clicked, this, &Notice::actionClicked);
}

void Notice::tell(const QString& symbol, const QString& title, const QString& text, const QString& action) {
    symbol_ = symbol;
    title_->setText(title);
    text_->setText(text);
    action_->setText(action);
    action_->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    paintSymbol();
}

void Notice::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSymbol();
}

void Notice::paintSymbol() {
    if (!symbol_.isEmpty())
        picture_->setPixmap(admin::symbol(symbol_, Tones::of(palette()).muted, 44, devicePixelRatioF()));
}

} // namespace chinwag::admin
