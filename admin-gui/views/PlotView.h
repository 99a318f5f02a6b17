// A chart view that knows where the pointer is over the plot, and marks it.
#pragma once

#include <QtCharts/QChartView>

#include <optional>

namespace chinwag::admin {

class PlotView : public QChartView {
    Q_OBJECT
public:
    explicit PlotView(QChart* chart, QWidget* parent = nullptr);

    /// The x value under the pointer.
    std::optional<double> hovered() const { return hovered_; }
    /// Draws a vertical line through `point`, and a dot of `color` on it; nothing for no point.
    void setMark(const std::optional<QPointF>& point, const QColor& color);

Q_SIGNALS:
    void hoverChanged();

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    std::optional<double> hovered_;
    std::optional<QPointF> mark_;
    QColor markColor_;
};

} // namespace chinwag::admin
