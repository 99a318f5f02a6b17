#include "WindowSide.h"

#include "Durations.h"
#include "FrameWatch.h"
#include "models/ConnectionsModel.h"
#include "support/Console.h"
#include "support/Wait.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>

namespace chinwag::bench {

namespace {

using admin::Column;
using admin::ConnectionsModel;

constexpr int pagesToScroll = 100;
constexpr int renewals = 5;
constexpr int toldAtLeast = 2;  // times by the feed, in each step
constexpr int toldToCharts = 8; // likewise, where they are what is looked at

class Operator {
public:
    bool logIn(const Place& place) {
        console_.window.resize(1280, 720);
        console_.window.show();
        console_.logIn(place.address, place.operatorName, place.password);
        return console_.isIn(admin::ServerLink::State::Online) &&
               test::eventually([this] { return console_.window.link().feed().isLive(); });
    }

    bool all() {
        fillHistory();
        auto& view = console_.view();
        const auto press = [&view](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(&view, key, modifiers);
        };
        return step("watch the overview", [&] { watchCharts(); }) &&
               step("open the page",
                    [&] { console_.window.showPage(admin::MainWindow::Page::Connections); }) &&
               console_.focusTable() &&
               step("jump to the end", [&] { press(Qt::Key_End, Qt::ControlModifier); }) &&
               step("scroll back by pages",
                    [&] {
                        for (int i = 0; i < pagesToScroll; ++i) {
                            press(Qt::Key_PageUp);
                            QTest::qWait(0); // it is painted
                        }
                    }) &&
               step("choose all", [&] { press(Qt::Key_A, Qt::ControlModifier); }) &&
               step("renew the list, all chosen", [&] { renew(); }) &&
               step("choose none", [&] { view.clearSelection(); }) &&
               step("renew the list", [&] { renew(); }) &&
               step("sort by nickname",
                    [&] { view.sortByColumn(static_cast<int>(Column::Nick), Qt::AscendingOrder); }) &&
               step("sort by idle time",
                    [&] { view.sortByColumn(static_cast<int>(Column::Idle), Qt::DescendingOrder); }) &&
               step("filter by room",
                    [&] {
                        console_.window.connectionsPage().addFilter(
                            {Column::Room, admin::ConnectionFilter::Kind::Contains, QStringLiteral("music")});
                    }) &&
               step("show everybody again",
                    [&] {
                        admin::ConnectionQuery query = model().query();
                        query.filters.clear();
                        model().setQuery(query);
                    }) &&
               report(QStringLiteral("the longest of all"),
                      QStringLiteral("held up for %1, by itself %2")
                          .arg(inWords(worst_.longest), inWords(worst_.busiest)));
    }

private:
    ConnectionsModel& model() { return console_.window.connections(); }

    void renew() {
        QSignalSpy swapped(&model(), &ConnectionsModel::swapped);
        for (int i = 0; i < renewals; ++i) {
            const auto before = swapped.size();
            model().refresh();
            test::eventually([&] { return swapped.size() > before; });
        }
    }

    void watchCharts() {
        console_.window.showPage(admin::MainWindow::Page::Overview);
        waitUntilTold(toldToCharts);
    }

    // The charts are as full as they become.
    void fillHistory() {
        auto& history = console_.window.history();
        const auto now = history.latest();
        if (!now)
            return;
        for (int i = admin::StatsHistory::capacity; i > 0; --i) {
            admin::Stats past = *now;
            past.time = now->time.addSecs(-i);
            past.connections += i % 50;
            past.messagesReceived = std::max<qint64>(past.messagesReceived - i, 0);
            history.append(past);
        }
    }

    void waitUntilTold(int times) {
        QSignalSpy told(&console_.window.link(), &admin::ServerLink::statsReceived);
        test::eventually([&] { return told.count() >= times; });
    }

    // What is asked for is on the screen, as long as that may take: how long is the server's matter.
    bool isShown() {
        if (!console_.view().isVisible() || (model().rowCount() == 0 && !model().isLoading()))
            return true;
        const int first = console_.view().rowAt(0);
        const int last = console_.view().rowAt(console_.view().viewport()->height() - 1);
        const int end = last < 0 ? model().rowCount() - 1 : last;
        return first >= 0 && model().at(first) != nullptr && model().at(end) != nullptr;
    }

    bool step(const char* what, const std::function<void()>& act) {
        QSignalSpy swapped(&model(), &ConnectionsModel::swapped);
        const auto queryBefore = model().query();
        watch_.takeLongest();
        act();
        const bool isNew = !(model().query() == queryBefore);
        const bool done = test::eventually([&] { return (!isNew || !swapped.isEmpty()) && isShown(); });
        waitUntilTold(toldAtLeast);
        const auto pause = watch_.takeLongest();
        worst_.longest = std::max(worst_.longest, pause.longest);
        worst_.busiest = std::max(worst_.busiest, pause.busiest);
        return report(QLatin1String(what), QStringLiteral("held up for %1, by itself %2")
                                               .arg(inWords(pause.longest), inWords(pause.busiest))) &&
               done;
    }

    test::Console console_;
    FrameWatch watch_;
    FrameWatch::Pause worst_;
};

} // namespace

bool measureWindow(const Place& place) {
    Operator alice;
    return alice.logIn(place) && alice.all();
}

} // namespace chinwag::bench
