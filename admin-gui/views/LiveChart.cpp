#include "views/LiveChart.h"

#include "models/Format.h"
#include "views/PlotView.h"
#include "views/Tones.h"

#include <QEvent>
#include <QGraphicsLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>

#include <algorithm>
#include <cmath>
#include <utility>

namespace chinwag::admin {

namespace {

constexpr int valueSteps = 4;

/// The next of 1, 2, 4, 5 times a power at or above `value`, so that four steps of it are round.
double roundUp(double value, bool binary) {
    const double base = binary ? 1024 : 1000;
    double unit = 1;
    while (value >= unit * base)
        unit *= base;
    const double inUnit = value / unit;
    const double power = std::pow(10.0, std::floor(std::log10(std::max(inUnit, 1.0))));
    for (const double factor : {1.0, 2.0, 4.0, 6.0, 8.0, 10.0}) {
        if (inUnit <= factor * power)
            return factor * power * unit;
    }
    return unit * base;
}

} // namespace

LiveChart::LiveChart(const QString& title, const QStringList& names, NumberFormat format, QWidget* parent)
    : Panel(Look::Surface, parent),
      title_(title),
      names_(names),
      format_(std::move(format)),
      curves_(names.size()) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 8, 6);
    layout->setSpacing(2);
    buildHeader();
    buildChart();
    setAccessibleName(title);
    setMinimumSize(260, 150);
    paintTones();
    rescale();
}

void LiveChart::buildHeader() {
    auto* const heading = new QLabel(title_, this);
    makeHeading(heading, 1.0);
    readOut_ = new QLabel(this);
    readOut_->setTextFormat(Qt::RichText);
    readOut_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    readOut_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 6, 0);
    row->addWidget(heading);
    row->addWidget(readOut_, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void LiveChart::buildChart() {
    chart_ = new QChart; // the view owns it
    chart_->setBackgroundVisible(false);
    chart_->legend()->hide();
    chart_->setMargins(QMargins(0, 4, 8, 0));
    chart_->layout()->setContentsMargins(0, 0, 0, 0);
    timeLabels_ = new QCategoryAxis(chart_);
    timeLabels_->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    valueAxis_ = new QCategoryAxis(chart_);
    valueAxis_->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    chart_->addAxis(timeLabels_, Qt::AlignBottom);
    chart_->addAxis(valueAxis_, Qt::AlignLeft);
    for (qsizetype i = 0; i < names_.size(); ++i) {
        auto* const line = new QLineSeries(chart_);
        auto* const shade = new QLineSeries(chart_);
        auto* const area = new QAreaSeries(shade);
        chart_->addSeries(area);
        chart_->addSeries(line);
        for (QAbstractSeries* const series :
             {static_cast<QAbstractSeries*>(area), static_cast<QAbstractSeries*>(line)}) {
            series->attachAxis(timeLabels_);
            series->attachAxis(valueAxis_);
        }
        lines_ << line;
        areas_ << area;
    }
    view_ = new PlotView(chart_, this);
    view_->setAccessibleName(title_);
    connect(view_, &PlotView::hoverChanged, this, &LiveChart::updateReadOut);
    static_cast<QVBoxLayout*>(layout())->addWidget(view_, 1);
    setSpan(span_);
}

void LiveChart::paintTones() {
    const Tones tones = Tones::of(palette());
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    for (QCategoryAxis* const axis : {timeLabels_, valueAxis_}) {
        axis->setLabelsColor(tones.muted);
        axis->setLabelsFont(small);
        axis->setGridLineColor(mix(tones.line, tones.surface, 0.6));
        axis->setLinePen(QPen(tones.line, 1));
        axis->setLineVisible(axis == timeLabels_);
    }
    timeLabels_->setGridLineVisible(false);
    for (qsizetype i = 0; i < lines_.size(); ++i) {
        QColor color = isEnabled() ? (i == 0 ? tones.accent : tones.second) : tones.muted;
        lines_[i]->setPen(QPen(color, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        color.setAlphaF(tones.dark ? 0.20F : 0.13F);
        areas_[i]->setPen(Qt::NoPen);
        areas_[i]->setBrush(color);
    }
    updateReadOut();
}

void LiveChart::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (view_ != nullptr &&
        (event->type() == QEvent::PaletteChange || event->type() == QEvent::EnabledChange))
        paintTones();
}

void LiveChart::setSpan(int seconds) {
    span_ = seconds;
    const QStringList old = timeLabels_->categoriesLabels();
    for (const QString& label : old)
        timeLabels_->remove(label);
    timeLabels_->setRange(-span_, 0);
    timeLabels_->setStartValue(-span_ - 1);
    const int step = span_ <= 60 ? 15 : span_ <= 300 ? 60 : 120;
    for (int at = -span_; at < 0; at += step) {
        const QString label = step < 60 ? tr("−%1 s").arg(-at) : tr("−%1 min").arg(-at / 60);
        timeLabels_->append(label, at);
    }
    timeLabels_->append(tr("now"), 0);
    rescale();
}

void LiveChart::setCurves(const QVector<QVector<QPointF>>& curves) {
    curves_ = curves;
    for (qsizetype i = 0; i < lines_.size(); ++i) {
        lines_[i]->replace(curves_[i]);
        areas_[i]->upperSeries()->replace(curves_[i]);
    }
    rescale();
    updateReadOut();
}

void LiveChart::rescale() {
    double highest = leastMaximum_;
    for (const auto& curve : std::as_const(curves_)) {
        for (const QPointF& point : curve) {
            if (point.x() >= -span_)
                highest = std::max(highest, point.y() * 1.05);
        }
    }
    const double maximum = roundUp(highest, binary_);
    if (std::abs(maximum - maximum_) < 1e-9)
        return;
    maximum_ = maximum;
    const QStringList old = valueAxis_->categoriesLabels();
    for (const QString& label : old)
        valueAxis_->remove(label);
    valueAxis_->setRange(0, maximum_);
    valueAxis_->setStartValue(-maximum_);
    for (int step = 0; step <= valueSteps; ++step) {
        const double value = maximum_ * step / valueSteps;
        valueAxis_->append(format_(value), value);
    }
}

void LiveChart::updateReadOut() {
    const Tones tones = Tones::of(palette());
    const auto hovered = view_->hovered();
    QVector<QPair<QPointF, QColor>> marks;
    QStringList parts;
    for (qsizetype i = 0; i < curves_.size(); ++i) {
        const auto& curve = curves_[i];
        if (curve.isEmpty())
            continue;
        QPointF point = curve.constLast();
        if (hovered) {
            point = *std::min_element(curve.begin(), curve.end(), [&](const QPointF& a, const QPointF& b) {
                return std::abs(a.x() - *hovered) < std::abs(b.x() - *hovered);
            });
            marks.append({point, i == 0 ? tones.accent : tones.second});
        }
        const QColor color = isEnabled() ? (i == 0 ? tones.accent : tones.second) : tones.muted;
        const QString name = names_.size() > 1 ? QString(names_[i].toHtmlEscaped() + u' ') : QString();
        parts << QStringLiteral("<span style='color:%1'>●</span> %2<b>%3</b>")
                     .arg(color.name(), name, format_(point.y()).toHtmlEscaped());
        if (hovered && i == curves_.size() - 1)
            parts << QStringLiteral("<span style='color:%1'>%2</span>")
                         .arg(tones.muted.name(),
                              tr("%1 ago").arg(Format::duration(std::round(-point.x()))).toHtmlEscaped());
    }
    readOut_->setText(parts.join(QStringLiteral("&nbsp;&nbsp; ")));
    view_->setMarks(marks);
}

} // namespace chinwag::admin
