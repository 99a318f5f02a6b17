// A curve over the last minutes, with a read-out where the pointer is.
#pragma once

#include "views/Panel.h"

#include <QPointF>
#include <QVector>

#include <functional>

class QLabel;
class QLineSeries;
class QAreaSeries;
class QChart;
class QCategoryAxis;

namespace chinwag::admin {

class PlotView;

class LiveChart : public Panel {
    Q_OBJECT
public:
    using NumberFormat = std::function<QString(double)>;

    /// `format` writes a value for people.
    LiveChart(const QString& title, NumberFormat format, QWidget* parent = nullptr);

    /// x = seconds before now (negative), ascending; y = the value.
    void setCurve(const QVector<QPointF>& curve);
    /// Shows the last `seconds`.
    void setSpan(int seconds);
    /// What the value axis counts in: bytes in powers of 1024, everything else in powers of ten.
    void setBinary(bool binary) { binary_ = binary; }
    /// The value axis ends here at the least.
    void setLeastMaximum(double value) { leastMaximum_ = value; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHeader();
    void buildChart();
    void paintTones();
    void rescale();
    void updateReadOut();

    QString title_;
    NumberFormat format_;
    QVector<QPointF> curve_;
    int span_ = 300;
    bool binary_ = false;
    double leastMaximum_ = 1;
    double maximum_ = 0;
    int steps_ = 4; ///< of the value axis
    QLabel* readOut_ = nullptr;
    PlotView* view_ = nullptr;
    QChart* chart_ = nullptr;
    QLineSeries* line_ = nullptr;
    QAreaSeries* area_ = nullptr;
    QCategoryAxis* valueAxis_ = nullptr;
    QCategoryAxis* timeLabels_ = nullptr;
};

} // namespace chinwag::admin
