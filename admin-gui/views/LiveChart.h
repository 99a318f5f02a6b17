// A curve over the last minutes, with a read-out where the pointer is.
#pragma once

#include "models/Curve.h"
#include "views/Panel.h"

#include <functional>
#include <memory>

class QLabel;
class QChart;
class QCategoryAxis;

namespace chinwag::admin {

class CurveSeries;
class PlotView;

class LiveChart : public Panel {
    Q_OBJECT
public:
    using NumberFormat = std::function<QString(double)>;

    /// `format` writes a value for people.
    LiveChart(const QString& title, NumberFormat format, QWidget* parent = nullptr);

    ~LiveChart() override;

    void setCurve(const Curve& curve);
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
    /// The point of a curve that is not empty whose time is nearest to `x`.
    QPointF nearest(double x) const;

    QString title_;
    NumberFormat format_;
    Curve curve_;
    int span_ = 300;
    bool binary_ = false;
    double leastMaximum_ = 1;
    double maximum_ = 0;
    int steps_ = 4; ///< of the value axis
    QLabel* readOut_ = nullptr;
    PlotView* view_ = nullptr;
    QChart* chart_ = nullptr;
    std::unique_ptr<CurveSeries> series_;
    QCategoryAxis* valueAxis_ = nullptr;
    QCategoryAxis* timeLabels_ = nullptr;
};

} // namespace chinwag::admin
