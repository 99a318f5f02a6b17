// A curve on a chart: a line and the area below it for each of its pieces.
#pragma once

#include "models/Curve.h"

#include <QBrush>
#include <QPen>

#include <vector>

class QAbstractAxis;
class QAreaSeries;
class QChart;
class QLineSeries;

namespace chinwag::admin {

class CurveSeries {
public:
    /// All three outlive it; the axes are on the chart.
    CurveSeries(QChart& chart, QAbstractAxis& time, QAbstractAxis& value);

    void show(const Curve& curve);
    void setLook(const QPen& line, const QBrush& area);

private:
    struct Piece {
        QLineSeries* line;
        QLineSeries* edge; ///< the upper one of the area
        QAreaSeries* area;
    };

    void addPiece();
    void paint(const Piece& piece);

    QChart& chart_;
    QAbstractAxis& time_;
    QAbstractAxis& value_;
    QPen line_;
    QBrush area_;
    std::vector<Piece>
        pieces_; ///< the chart owns what they point to; those that are not needed are kept, empty
};

} // namespace chinwag::admin
