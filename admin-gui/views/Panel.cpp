#include "views/Panel.h"

#include "views/Tones.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>

namespace chinwag::admin {

namespace {

/// Keeps a label muted when the palette changes.
class MutedLabel : public QObject {
public:
    explicit MutedLabel(QLabel* label) : QObject(label), label_(label) {
        label->installEventFilter(this);
        update();
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::ApplicationPaletteChange)
            update();
        return QObject::eventFilter(watched, event);
    }

private:
    void update() {
        QPalette palette = label_->palette();
        palette.setColor(QPalette::WindowText, Tones::of(QPalette()).muted);
        label_->setPalette(palette);
    }

    QLabel* label_;
};

} // namespace

Panel::Panel(Look look, QWidget* parent) : QFrame(parent), look_(look) {}

void Panel::setLook(Look look) {
    look_ = look;
    update();
}

void Panel::paintEvent(QPaintEvent*) {
    const Tones tones = Tones::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    switch (look_) {
    case Look::Surface:
        painter.setBrush(tones.surface);
        painter.setPen(tones.line);
        break;
    case Look::Warning:
        painter.setBrush(tones.warnWash);
        painter.setPen(mix(tones.warn, tones.surface, 0.45));
        break;
    case Look::Danger:
        painter.setBrush(tones.dangerWash);
        painter.setPen(mix(tones.danger, tones.surface, 0.45));
        break;
    case Look::Accent:
        painter.setBrush(tones.accentWash);
        painter.setPen(mix(tones.accent, tones.surface, 0.45));
        break;
    }
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius_, radius_);
}

void makeHeading(QLabel* label, double scale) {
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
}

void makeMuted(QLabel* label) {
    // Owned by the label.
    new MutedLabel(label);
}

} // namespace chinwag::admin
