// A curve or two over the last minutes, with a read-out where the pointer is.
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

    struct Curve {
        QString name;
        QVector<QPointF> points; ///< x = seconds before now (negative), y = the value
    };

    /// `names` are the curves, one or two; `format` writes a value for people.
    LiveChart(const QString& title, const QStringList& names, NumberFormat format, QWidget* parent = nullptr);

    /// In the order of the names.
    void setCurves(const QVector<QVector<QPointF>>& curves);
    /// Shows the last `seconds`.
    void setSpan(int seconds);
    /// What the value axis counts in: bytes in powers of 1024, everything else in powers of ten.
    void setBinary(bool binary) { binary_ = binary; }
    /// The value axis ends here at the least.
    void setLeastMaximum(double value) { leastMaximum_ = value; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildHeader();
    void buildChart();
    void paintTones();
    void rescale();
    void updateReadOut();

    QString title_;
    QStringList names_;
    NumberFormat format_;
    QVector<QVector<QPointF>> curves_;
    int span_ = 300;
    bool binary_ = false;
    double leastMaximum_ = 1;
    double maximum_ = 0;
    QLabel* readOut_ = nullptr;
    PlotView* view_ = nullptr;
    QChart* chart_ = nullptr;
    QVector<QLineSeries*> lines_;
    QVector<QAreaSeries*> areas_;
    QCategoryAxis* valueAxis_ = nullptr;
    QCategoryAxis* timeLabels_ = nullptr;
};

} // namespace chinwag::admin
