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
    /// Draws a vertical line there and dots on it; colours belong to the points.
    void setMarks(const QVector<QPair<QPointF, QColor>>& marks);

Q_SIGNALS:
    void hoverChanged();

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    std::optional<double> hovered_;
    QVector<QPair<QPointF, QColor>> marks_;
};

} // namespace chinwag::admin
