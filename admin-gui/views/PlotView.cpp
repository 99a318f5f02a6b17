#include "views/PlotView.h"

#include "views/Tones.h"

#include <QMouseEvent>

namespace chinwag::admin {

PlotView::PlotView(QChart* chart, QWidget* parent) : QChartView(chart, parent) {
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
}

void PlotView::mouseMoveEvent(QMouseEvent* event) {
    const QRectF plot = chart()->plotArea();
    const bool inside = plot.contains(event->position());
    hovered_.reset();
    if (inside)
        hovered_ = chart()->mapToValue(event->position()).x();
    Q_EMIT hoverChanged();
    QChartView::mouseMoveEvent(event);
}

void PlotView::leaveEvent(QEvent* event) {
    hovered_.reset();
    Q_EMIT hoverChanged();
    QChartView::leaveEvent(event);
}

void PlotView::setMark(const std::optional<QPointF>& point, const QColor& color) {
    if (point == mark_ && color == markColor_)
        return;
    mark_ = point;
    markColor_ = color;
    viewport()->update();
}

void PlotView::drawForeground(QPainter* painter, const QRectF& rect) {
    QChartView::drawForeground(painter, rect);
    if (!mark_)
        return;
    const Tones tones = Tones::of(palette());
    const QRectF plot = chart()->plotArea();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const qreal x = chart()->mapToPosition(*mark_).x();
    painter->setPen(QPen(tones.muted, 1, Qt::DotLine));
    painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    painter->setPen(QPen(tones.surface, 2));
    painter->setBrush(markColor_);
    painter->drawEllipse(chart()->mapToPosition(*mark_), 4.5, 4.5);
    painter->restore();
}

} // namespace chinwag::admin
