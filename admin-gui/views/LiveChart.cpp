#include "views/LiveChart.h"

#include "models/Format.h"
#include "views/CurveSeries.h"
#include "views/PlotView.h"
#include "views/Tones.h"

#include <QEvent>
#include <QGraphicsLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QChart>

#include <algorithm>
#include <cmath>
#include <utility>

namespace chinwag::admin {

namespace {

constexpr int roomForFourSteps = 190; // pixels of height
constexpr int roomForAllTimes = 380;  // pixels of width

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

/// Seconds from one label of the time axis to the next.
int timeStep(int span, bool narrow) {
    if (span <= 60)
        return narrow ? 30 : 15;
    if (span <= 300)
        return narrow ? 120 : 60;
    return narrow ? 240 : 120;
}

} // namespace

LiveChart::LiveChart(const QString& title, NumberFormat format, QWidget* parent)
    : Panel(Look::Surface, parent), title_(title), format_(std::move(format)) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 8, 6);
    layout->setSpacing(2);
    buildHeader();
    buildChart();
    setAccessibleName(title);
    setMinimumSize(260, 132); // nine of them fit into 1280 × 720
    paintTones();
    rescale();
}

LiveChart::~LiveChart() = default;

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
    chart_->setMargins(QMargins(0, 6, 14, 0));
    chart_->layout()->setContentsMargins(0, 0, 0, 0);
    timeLabels_ = new QCategoryAxis(chart_);
    timeLabels_->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    valueAxis_ = new QCategoryAxis(chart_);
    valueAxis_->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    chart_->addAxis(timeLabels_, Qt::AlignBottom);
    chart_->addAxis(valueAxis_, Qt::AlignLeft);
    series_ = std::make_unique<CurveSeries>(*chart_, *timeLabels_, *valueAxis_);
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
    QColor color = isEnabled() ? tones.accent : tones.muted;
    const QPen line(color, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    color.setAlphaF(tones.dark ? 0.20F : 0.13F);
    series_->setLook(line, color);
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
    const int step = timeStep(span_, width() < roomForAllTimes);
    // From left to right, as the axis wants it.
    for (int at = -(span_ / step) * step; at < 0; at += step)
        timeLabels_->append(step < 60 ? tr("−%1 s").arg(-at) : tr("−%1 min").arg(-at / 60), at);
    timeLabels_->append(tr("now"), 0);
    rescale();
}

void LiveChart::setCurve(const Curve& curve) {
    curve_ = curve;
    series_->show(curve_);
    rescale();
    updateReadOut();
}

void LiveChart::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    steps_ = height() < roomForFourSteps ? 2 : 4;
    maximum_ = 0; // the labels are made again
    setSpan(span_);
}

void LiveChart::rescale() {
    double highest = leastMaximum_;
    for (const auto& piece : curve_.pieces()) {
        for (const QPointF& point : piece) {
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
    for (int step = 0; step <= steps_; ++step) {
        const double value = maximum_ * step / steps_;
        valueAxis_->append(format_(value), value);
    }
}

QPointF LiveChart::nearest(double x) const {
    QPointF found = curve_.last();
    for (const auto& piece : curve_.pieces()) {
        for (const QPointF& point : piece) {
            if (std::abs(point.x() - x) < std::abs(found.x() - x))
                found = point;
        }
    }
    return found;
}

void LiveChart::updateReadOut() {
    const Tones tones = Tones::of(palette());
    if (curve_.isEmpty()) {
        readOut_->clear();
        view_->setMark(std::nullopt, tones.accent);
        return;
    }
    const auto hovered = view_->hovered();
    if (!hovered) {
        readOut_->setText(QStringLiteral("<b>%1</b>").arg(format_(curve_.last().y()).toHtmlEscaped()));
        view_->setMark(std::nullopt, tones.accent);
        return;
    }
    const QPointF point = nearest(*hovered);
    const QString when = tr("%1 ago").arg(Format::duration(std::round(-point.x())));
    readOut_->setText(QStringLiteral("<span style='color:%1'>%2</span>&nbsp;&nbsp;<b>%3</b>")
                          .arg(tones.muted.name(), when.toHtmlEscaped(), format_(point.y()).toHtmlEscaped()));
    view_->setMark(point, tones.accent);
}

} // namespace chinwag::admin
