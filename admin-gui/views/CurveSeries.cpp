#include "views/CurveSeries.h"

#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>

namespace chinwag::admin {

CurveSeries::CurveSeries(QChart& chart, QAbstractAxis& time, QAbstractAxis& value)
    : chart_(chart), time_(time), value_(value) {
    addPiece();
}

void CurveSeries::addPiece() {
    auto* const edge = new QLineSeries(&chart_);
    const Piece piece{new QLineSeries(&chart_), edge, new QAreaSeries(edge)};
    for (QAbstractSeries* const series :
         {static_cast<QAbstractSeries*>(piece.area), static_cast<QAbstractSeries*>(piece.line)}) {
        chart_.addSeries(series);
        series->attachAxis(&time_);
        series->attachAxis(&value_);
    }
    paint(piece);
    pieces_.push_back(piece);
}

void CurveSeries::show(const Curve& curve) {
    while (pieces_.size() < static_cast<std::size_t>(curve.pieces().size()))
        addPiece();
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        const QVector<QPointF> points = curve.pieces().value(static_cast<qsizetype>(i));
        pieces_[i].line->replace(points);
        pieces_[i].edge->replace(points);
    }
}

void CurveSeries::setLook(const QPen& line, const QBrush& area) {
    line_ = line;
    area_ = area;
    for (const Piece& piece : pieces_)
        paint(piece);
}

void CurveSeries::paint(const Piece& piece) {
    piece.line->setPen(line_);
    piece.area->setPen(Qt::NoPen);
    piece.area->setBrush(area_);
}

} // namespace chinwag::admin
