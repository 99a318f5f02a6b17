#include "views/StylePainting.h"

#include "views/Tones.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

namespace chinwag::admin {

namespace {

constexpr double radius = 6;

QRectF crisp(const QRect& rect) {
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

bool has(const QStyleOption& option, QStyle::StateFlag flag) {
    return option.state.testFlag(flag);
}

/// Of whatever one writes or chooses in: 3:1 at least, where the control is known by it alone.
QColor fieldLine(const Tones& tones, double strength = 1) {
    return mix(tones.text, tones.surface, (tones.dark ? 0.26 : 0.24) * strength);
}

/// An angle that points up with a positive `rise`, and down with a negative one.
void paintAngle(const QPointF& center, double half, double rise, const QColor& color, QPainter& painter) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({center + QPointF(-half, rise / 2), center + QPointF(0, -rise / 2),
                                    center + QPointF(half, rise / 2)}));
}

} // namespace

bool isPrimary(const QStyleOptionButton& button) {
    return button.features.testFlag(QStyleOptionButton::DefaultButton) && has(button, QStyle::State_Enabled);
}

void paintButton(const QStyleOption& option, QPainter& painter) {
    const Tones tones = Tones::of(option.palette);
    const auto* const button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool primary = button != nullptr && isPrimary(*button);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    QColor fill = option.palette.color(QPalette::Active, primary ? QPalette::Highlight : QPalette::Button);
    QColor line = primary ? fill : mix(tones.text, fill, tones.dark ? 0.22 : 0.20);
    if (!primary && !tones.dark)
        fill = mix(tones.surface, fill, 0.7);
    if (on) {
        fill = tones.accentWash;
        line = mix(tones.accent, tones.surface, 0.6);
    }
    if (has(option, QStyle::State_Sunken))
        fill = mix(tones.text, fill, 0.14);
    else if (enabled && has(option, QStyle::State_MouseOver))
        fill = mix(tones.text, fill, 0.06);
    if (!enabled) {
        fill = mix(fill, option.palette.color(QPalette::Window), 0.4);
        line = mix(line, option.palette.color(QPalette::Window), 0.5);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(line);
    painter.drawRoundedRect(crisp(option.rect), radius, radius);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(primary ? tones.text : tones.accent, 2));
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    }
    painter.restore();
}

void paintField(const QStyleOption& option, QPainter& painter) {
    const Tones tones = Tones::of(option.palette);
    const bool focused = has(option, QStyle::State_HasFocus);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(has(option, QStyle::State_Enabled)
                         ? option.palette.color(QPalette::Base)
                         : mix(tones.surface, option.palette.color(QPalette::Window), 0.4));
    painter.setPen(QPen(focused ? tones.accent : fieldLine(tones), focused ? 1.6 : 1.0));
    painter.drawRoundedRect(focused ? QRectF(option.rect).adjusted(0.8, 0.8, -0.8, -0.8) : crisp(option.rect),
                            radius, radius);
    painter.restore();
}

void paintEditableCombo(const QStyleOption& option, const QRect& arrow, QPainter& painter) {
    paintField(option, painter);
    const Tones tones = Tones::of(option.palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintAngle(QRectF(arrow).center(), 4, -4, tones.muted, painter);
    painter.restore();
}

void paintCombo(const QStyleOption& option, const QRect& arrow, QPainter& painter) {
    paintButton(option, painter);
    const Tones tones = Tones::of(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintAngle(QRectF(arrow).center(), 4, -4, enabled ? tones.muted : mix(tones.muted, tones.surface, 0.4),
               painter);
    painter.restore();
}

void paintSpinBox(const QStyleOptionSpinBox& box, const QRect& up, const QRect& down, QPainter& painter) {
    paintField(box, painter);
    if (box.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const Tones tones = Tones::of(box.palette);
    const auto colorOf = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step) {
        const bool can = has(box, QStyle::State_Enabled) && box.stepEnabled.testFlag(step);
        if (!can)
            return mix(tones.muted, tones.surface, 0.4);
        return box.activeSubControls.testFlag(part) ? tones.text : tones.muted;
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintAngle(QRectF(up).center() + QPointF(0, 1), 3, 3,
               colorOf(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled), painter);
    paintAngle(QRectF(down).center() + QPointF(0, -1), 3, -3,
               colorOf(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled), painter);
    painter.restore();
}

void paintCheckBox(const QStyleOption& option, QPainter& painter) {
    const Tones tones = Tones::of(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const bool focused =
        has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
    QColor fill = on ? tones.accent : option.palette.color(QPalette::Active, QPalette::Base);
    // Nothing but its line says that it is there.
    QColor line = on ? tones.accent : fieldLine(tones, 2);
    if (!enabled) {
        fill = mix(fill, option.palette.color(QPalette::Window), 0.4);
        line = mix(line, option.palette.color(QPalette::Window), 0.5);
    }
    const QRectF box = crisp(option.rect);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(QPen(focused ? tones.text : line, focused ? 2 : 1));
    painter.drawRoundedRect(box, 3, 3);
    if (on) {
        const auto at = [&box](double x, double y) {
            return QPointF(box.x() + x * box.width(), box.y() + y * box.height());
        };
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(option.palette.color(QPalette::Active, QPalette::HighlightedText), 1.8,
                            Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.71), at(0.78, 0.31)}));
    }
    painter.restore();
}

void paintHeader(const QStyleOption& option, QPainter& painter, bool separated) {
    const Tones tones = Tones::of(option.palette);
    const QRect& rect = option.rect;
    painter.fillRect(rect, mix(tones.text, tones.surface, tones.dark ? 0.06 : 0.035));
    painter.setPen(tones.line);
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    if (separated)
        painter.drawLine(rect.right(), rect.top() + 7, rect.right(), rect.bottom() - 7);
}

void paintSortArrow(const QStyleOptionHeader& header, double middle, QPainter& painter) {
    // "SortDown" is what a header says of values that ascend; those point up here.
    const double rise = header.sortIndicator == QStyleOptionHeader::SortDown ? 2.5 : -2.5;
    const QPointF center(QRectF(header.rect).center().x(), middle);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Tones::of(header.palette).text, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF(
        {center + QPointF(-4, rise / 2), center + QPointF(0, -rise), center + QPointF(4, rise / 2)}));
    painter.restore();
}

void paintProgress(const QStyleOptionProgressBar& bar, QPainter& painter) {
    const Tones tones = Tones::of(bar.palette);
    const double share = bar.maximum > bar.minimum
                             ? static_cast<double>(bar.progress - bar.minimum) / (bar.maximum - bar.minimum)
                             : 0;
    const QRectF groove(bar.rect);
    const double round = groove.height() / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mix(tones.text, tones.surface, 0.12));
    painter.drawRoundedRect(groove, round, round);
    if (share > 0) {
        painter.setBrush(tones.accent);
        const double done = std::max(groove.height(), groove.width() * std::min(share, 1.0));
        painter.drawRoundedRect(QRectF(groove.topLeft(), QSizeF(done, groove.height())), round, round);
    }
    painter.restore();
}

void paintCorner(const QStyleOption& option, QPainter& painter) {
    painter.fillRect(option.rect, option.palette.base());
}

void paintScrollBar(const QStyleOptionSlider& bar, const QRect& slider, QPainter& painter) {
    const Tones tones = Tones::of(bar.palette);
    const bool active = bar.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    double strength = tones.dark ? 0.32 : 0.26;
    if (has(bar, QStyle::State_Sunken) && active)
        strength = 0.6;
    else if (has(bar, QStyle::State_MouseOver))
        strength = 0.45;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (bar.maximum > bar.minimum) {
        painter.setBrush(mix(tones.text, tones.surface, strength));
        const QRectF shape = QRectF(slider).adjusted(3, 3, -3, -3);
        painter.drawRoundedRect(shape, 3, 3);
    }
    painter.restore();
}

} // namespace chinwag::admin
