#include "views/OverviewPage.h"

#include "models/Format.h"
#include "models/Health.h"
#include "views/LiveChart.h"
#include "views/StatTile.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>

#include <cmath>

namespace chinwag::admin {

namespace {

constexpr int wideEnoughForEightTiles = 1280; // pixels of the page
constexpr int wideEnoughForThreeCharts = 1000;

QString orUnknown(const std::optional<double>& value, QString (*format)(double)) {
    return value ? format(*value) : QStringLiteral("–");
}

} // namespace

OverviewPage::OverviewPage(const StatsHistory& history, QWidget* parent)
    : QWidget(parent), history_(history), tileGrid_(new QGridLayout), chartGrid_(new QGridLayout) {
    auto* const content = new QWidget;
    auto* const layout = new QVBoxLayout(content);
    layout->setContentsMargins(20, 14, 20, 16);
    layout->setSpacing(12);
    tileGrid_->setSpacing(10);
    chartGrid_->setSpacing(10);
    layout->addWidget(buildHeader());
    layout->addLayout(tileGrid_);
    layout->addLayout(chartGrid_, 1);
    buildTiles();
    buildCharts();

    auto* const scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->setAccessibleName(tr("Overview"));
    auto* const outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    connect(&history_, &StatsHistory::changed, this, &OverviewPage::update);
    arrange();
    setRange(range_);
}

QWidget* OverviewPage::buildHeader() {
    auto* const header = new QWidget;
    auto* const heading = new QLabel(tr("Overview"), header);
    makeHeading(heading, 1.45);
    auto* const row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(heading);
    row->addStretch(1);
    auto* const label = new QLabel(tr("Charts of the last"), header);
    makeMuted(label);
    row->addWidget(label);
    row->addSpacing(4);
    ranges_ = new QButtonGroup(this);
    for (const int minutes : {1, 5, 10}) {
        auto* const button = new QPushButton(tr("%1 min").arg(minutes), header);
        button->setCheckable(true);
        button->setAccessibleName(tr("Charts of the last %1 min").arg(minutes));
        ranges_->addButton(button, minutes);
        row->addWidget(button);
    }
    connect(ranges_, &QButtonGroup::idClicked, this, &OverviewPage::setRange);
    return header;
}

void OverviewPage::buildTiles() {
    connections_ = new StatTile(tr("Connections"), this);
    received_ = new StatTile(tr("Messages in / s"), this);
    delivered_ = new StatTile(tr("Deliveries / s"), this);
    queue_ = new StatTile(tr("Waiting to be sent"), this);
    memory_ = new StatTile(tr("Memory"), this);
    cpu_ = new StatTile(tr("CPU"), this);
    uptime_ = new StatTile(tr("Uptime"), this);
    health_ = new StatTile(tr("Health"), this);
}

std::vector<StatTile*> OverviewPage::tiles() const {
    return {health_, connections_, received_, delivered_, queue_, memory_, cpu_, uptime_};
}

std::vector<LiveChart*> OverviewPage::charts() const {
    return {connectionsChart_, receivedChart_, deliveredChart_,   queueChart_,    memoryChart_,
            cpuChart_,         fanoutChart_,   fanoutWorstChart_, handshakeChart_};
}

void OverviewPage::arrange() {
    const int tileColumns = width() >= wideEnoughForEightTiles ? 8 : 4;
    const int chartColumns = width() >= wideEnoughForThreeCharts ? 3 : 2;
    const auto place = [](QGridLayout& grid, const auto& widgets, int columns) {
        int cell = 0;
        for (auto* const widget : widgets) {
            grid.addWidget(widget, cell / columns, cell % columns);
            ++cell;
        }
        for (int column = 0; column < 8; ++column)
            grid.setColumnStretch(column, column < columns ? 1 : 0);
    };
    if (tileColumns != tileColumns_)
        place(*tileGrid_, tiles(), tileColumns);
    if (chartColumns != chartColumns_)
        place(*chartGrid_, charts(), chartColumns);
    tileColumns_ = tileColumns;
    chartColumns_ = chartColumns;
}

void OverviewPage::buildCharts() {
    connectionsChart_ = new LiveChart(tr("Connections"), &Format::count, this);
    receivedChart_ = new LiveChart(tr("Messages in a second"), &Format::rate, this);
    deliveredChart_ = new LiveChart(tr("Deliveries a second"), &Format::rate, this);
    queueChart_ = new LiveChart(tr("Waiting to be sent"), &Format::bytes, this);
    memoryChart_ = new LiveChart(tr("Memory"), &Format::bytes, this);
    cpuChart_ = new LiveChart(tr("CPU"), &Format::percent, this);
    fanoutChart_ = new LiveChart(tr("Delivery, median"), &Format::milliseconds, this);
    fanoutWorstChart_ = new LiveChart(tr("Delivery, 99th percentile"), &Format::milliseconds, this);
    handshakeChart_ = new LiveChart(tr("Handshake, 99th percentile"), &Format::milliseconds, this);
    for (LiveChart* const chart : {connectionsChart_, receivedChart_, deliveredChart_})
        chart->setLeastMaximum(4);
    for (LiveChart* const chart : {memoryChart_, queueChart_})
        chart->setBinary(true);
    memoryChart_->setLeastMaximum(4 * mebibyte);
    queueChart_->setLeastMaximum(4096);
    cpuChart_->setLeastMaximum(10);
    for (LiveChart* const chart : {fanoutChart_, fanoutWorstChart_, handshakeChart_})
        chart->setLeastMaximum(1);
}

void OverviewPage::setRange(int minutes) {
    const bool isNew = range_ != minutes;
    range_ = minutes;
    if (QAbstractButton* const button = ranges_->button(minutes))
        button->setChecked(true);
    for (LiveChart* const chart : charts())
        chart->setSpan(minutes * 60);
    update();
    if (isNew)
        Q_EMIT rangeChanged(minutes);
}

void OverviewPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void OverviewPage::update() {
    updateTiles();
    updateCharts();
}

void OverviewPage::updateTiles() {
    if (!history_.latest() || history_.samples().isEmpty()) {
        for (StatTile* const tile : tiles())
            tile->setValue(QStringLiteral("–"), QString());
        health_->setAlarmed(false);
        return;
    }
    const Stats& now = *history_.latest();
    const Sample& sample = history_.samples().constLast();
    const auto count = [](qint64 value) { return Format::count(static_cast<double>(value)); };
    connections_->setValue(count(now.connections), tr("%1 WebSocket, %2 HTTP")
                                                       .arg(count(now.webSockets + now.secureWebSockets),
                                                            count(now.httpConnections)));
    received_->setValue(orUnknown(sample.receivedPerSecond, &Format::rate),
                        tr("%1 since the start").arg(count(now.messagesReceived)));
    delivered_->setValue(orUnknown(sample.deliveredPerSecond, &Format::rate),
                         tr("%1 since the start").arg(count(now.messagesDelivered)));
    queue_->setValue(Format::bytes(static_cast<double>(now.queueBytes)), tr("to clients that read slowly"));
    memory_->setValue(Format::bytes(static_cast<double>(now.residentBytes)),
                      tr("%1 of %2 descriptors").arg(count(now.openDescriptors), count(now.maxDescriptors)));
    cpu_->setValue(orUnknown(sample.cpuPercent, &Format::percent),
                   tr("of one core; %n workers", nullptr, static_cast<int>(now.workers)));
    uptime_->setValue(now.uptimeSeconds < 10 ? Format::duration(std::floor(now.uptimeSeconds))
                                             : Format::duration(now.uptimeSeconds),
                      tr("since %1").arg(Format::moment(now.startedAt)));
    const QStringList faults = faultsOf(now, sample);
    health_->setAlarmed(!faults.isEmpty());
    health_->setToolTip(faults.join(u'\n'));
    if (faults.isEmpty())
        health_->setValue(tr("Good"), tr("version %1, Qt %2").arg(now.version, now.qtVersion));
    else
        health_->setValue(tr("Not well"), faults.constFirst());
}

void OverviewPage::updateCharts() {
    const auto show = [this](LiveChart& chart, auto valueOf) {
        const auto& samples = history_.samples();
        Curve curve;
        for (const Sample& sample : samples) {
            const double x = -static_cast<double>(sample.time.msecsTo(samples.constLast().time)) / 1000;
            if (x < -range_ * 60 - 2)
                continue;
            const std::optional<double> value = valueOf(sample);
            if (sample.afterGap || !value)
                curve.breakOff();
            if (value)
                curve.append({x, *value});
        }
        chart.setCurve(curve);
    };
    show(*connectionsChart_, [](const Sample& sample) { return sample.connections; });
    show(*receivedChart_, [](const Sample& sample) { return sample.receivedPerSecond; });
    show(*deliveredChart_, [](const Sample& sample) { return sample.deliveredPerSecond; });
    show(*queueChart_, [](const Sample& sample) { return sample.queueBytes; });
    show(*memoryChart_, [](const Sample& sample) { return sample.memoryBytes; });
    show(*cpuChart_, [](const Sample& sample) { return sample.cpuPercent; });
    const auto median = [](const std::optional<Latency>& latency) {
        return latency ? std::optional(latency->median) : std::nullopt;
    };
    const auto nearlyAll = [](const std::optional<Latency>& latency) {
        return latency ? std::optional(latency->nearlyAll) : std::nullopt;
    };
    show(*fanoutChart_, [&](const Sample& sample) { return median(sample.fanout); });
    show(*fanoutWorstChart_, [&](const Sample& sample) { return nearlyAll(sample.fanout); });
    show(*handshakeChart_, [&](const Sample& sample) { return nearlyAll(sample.handshake); });
}

} // namespace chinwag::admin
