#include "views/StatTile.h"

#include "views/ElidedLabel.h"
#include "views/Tones.h"

#include <QEvent>

#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace chinwag::admin {

StatTile::StatTile(const QString& title, QWidget* parent)
    : Panel(Look::Surface, parent),
      value_(new QLabel(QStringLiteral("–"), this)),
      note_(new ElidedLabel(this)),
      title_(title) {
    auto* const heading = new QLabel(title, this);
    makeMuted(heading);
    makeMuted(note_);
    makeHeading(value_, 1.75);
    QFont small = note_->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    note_->setFont(small);
    heading->setFont(small);
    value_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(1);
    layout->addWidget(heading);
    layout->addWidget(value_);
    layout->addWidget(note_);
    setAccessibleName(title);
    setMinimumWidth(132);
}

void StatTile::setValue(const QString& value, const QString& note) {
    if (value == value_->text() && note == note_->text())
        return;
    value_->setText(value);
    note_->setText(note);
    setAccessibleDescription(note.isEmpty() ? value : QString(value + u'\n' + note));
}

void StatTile::setAlarmed(bool alarmed) {
    if (std::exchange(alarmed_, alarmed) != alarmed)
        paintValue();
}

void StatTile::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintValue();
}

void StatTile::paintValue() {
    QPalette colors = palette();
    if (alarmed_)
        colors.setColor(QPalette::WindowText, Tones::of(palette()).danger);
    value_->setPalette(colors);
}

} // namespace chinwag::admin
