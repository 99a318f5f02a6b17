// The server at a glance: numbers of now, and curves of the last minutes.
#pragma once

#include "models/StatsHistory.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QGridLayout;

namespace chinwag::admin {

class LiveChart;
class StatTile;

class OverviewPage : public QWidget {
    Q_OBJECT
public:
    /// `history` must outlive this.
    explicit OverviewPage(const StatsHistory& history, QWidget* parent = nullptr);

    /// Of the charts, in minutes: 1, 5 or 10.
    void setRange(int minutes);
    int range() const { return range_; }

Q_SIGNALS:
    void rangeChanged(int minutes);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHeader();
    void buildTiles();
    void buildCharts();
    void arrange();
    std::vector<StatTile*> tiles() const;
    std::vector<LiveChart*> charts() const;
    void update();
    void updateTiles();
    void updateCharts();

    const StatsHistory& history_;
    int range_ = 5;
    int tileColumns_ = 0;
    int chartColumns_ = 0;
    QButtonGroup* ranges_ = nullptr;
    QGridLayout* tileGrid_;
    QGridLayout* chartGrid_;
    StatTile* connections_ = nullptr;
    StatTile* received_ = nullptr;
    StatTile* delivered_ = nullptr;
    StatTile* queue_ = nullptr;
    StatTile* memory_ = nullptr;
    StatTile* cpu_ = nullptr;
    StatTile* uptime_ = nullptr;
    StatTile* health_ = nullptr;
    LiveChart* connectionsChart_ = nullptr;
    LiveChart* receivedChart_ = nullptr;
    LiveChart* deliveredChart_ = nullptr;
    LiveChart* memoryChart_ = nullptr;
    LiveChart* cpuChart_ = nullptr;
    LiveChart* queueChart_ = nullptr;
    LiveChart* fanoutChart_ = nullptr;
    LiveChart* fanoutWorstChart_ = nullptr;
    LiveChart* handshakeChart_ = nullptr;
};

} // namespace chinwag::admin
