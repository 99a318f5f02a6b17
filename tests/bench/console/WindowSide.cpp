#include "WindowSide.h"

#include "Durations.h"
#include "FrameWatch.h"
#include "OtherProcess.h"
#include "models/ConnectionsModel.h"
#include "support/Console.h"
#include "support/FakeServer.h"
#include "support/Wait.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

namespace chinwag::bench {

namespace {

using admin::Column;
using admin::ConnectionsModel;

constexpr int pagesToScroll = 100;
constexpr int renewals = 5;

class Operator {
public:
    explicit Operator(int connections) : connections_(connections) {}

    bool logIn() {
        const QUrl address = server_.start(connections_);
        console_.window.resize(1280, 720);
        console_.window.show();
        const test::FakeServer known; // for the name and the password
        console_.logIn(address.toString(), known.operatorName, known.password);
        return address.isValid() && console_.isIn(admin::ServerLink::State::Online);
    }

    bool all() {
        auto& view = console_.view();
        const auto press = [&view](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(&view, key, modifiers);
        };
        return step("open the page",
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
               step("show everybody again", [&] {
                   admin::ConnectionQuery query = model().query();
                   query.filters.clear();
                   model().setQuery(query);
               });
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

    // What is asked for is on the screen, as long as that may take: how long is the server's matter.
    bool isShown() {
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
        const auto pause = watch_.takeLongest();
        return report(QLatin1String(what), QStringLiteral("held up for %1, by itself %2")
                                               .arg(inWords(pause.longest), inWords(pause.busiest))) &&
               done;
    }

    const int connections_;
    OtherProcess server_;
    test::Console console_;
    FrameWatch watch_;
};

} // namespace

bool measureWindow(int connections) {
    Operator alice(connections);
    return alice.logIn() && alice.all();
}

} // namespace chinwag::bench
