#include "bench/ScrollBench.h"

#include "bench/Figures.h"
#include "support/ScriptedLink.h"
#include "support/Ui.h"
#include "support/Wait.h"

#include <QElapsedTimer>
#include <QTest>

namespace chinwag::bench {

namespace {

constexpr int framesPerRun = 600; // ten seconds at 60 Hz
constexpr double budgetMs = 1'000.0 / 60;
constexpr qint64 firstMs = 1'700'000'000'000;

// Like people write: mostly a line or two, now and then a list, a link or many words.
QString textOf(int number) {
    switch (number % 10) {
    case 3:
        return QStringLiteral("Then the queue can go along the windows, which is **nicer anyway**:\n\n"
                              "1. move the bar\n2. move the queue\n3. coffee (%1)")
            .arg(number);
    case 6: return QStringLiteral("The plan is at https://plans.example/hall-4?sheet=%1").arg(number);
    case 9: return QStringLiteral("Crate %1 is at the door. ").arg(number).repeated(6);
    default: return QStringLiteral("Looking at it now, number %1 seems to be fine.").arg(number);
    }
}

sdk::Publication messageOf(int number) {
    sdk::Publication message;
    message.id = QStringLiteral("01JD%1").arg(number, 12, 10, QLatin1Char('0'));
    message.nick = QStringLiteral("Person %1").arg((number / 3) % 12);
    message.text = textOf(number);
    message.at = QDateTime::fromMSecsSinceEpoch(firstMs + number * qint64(20'000));
    return message;
}

// In pages, as they come from a server when one scrolls back.
void fill(models::TimelineModel& timeline, int messages) {
    constexpr int page = 100;
    for (int end = messages; end > 0; end -= page) {
        QList<sdk::Publication> older;
        for (int number = std::max(0, end - page); number < end; ++number)
            older.append(messageOf(number));
        timeline.prepend(older, QDateTime::currentDateTime());
    }
}

// One frame after the other, the view moved before each.
class Scroller : public QObject {
public:
    Scroller(QQuickWindow& window, QQuickItem& view) : window_(window), view_(view) {
        connect(&window, &QQuickWindow::afterAnimating, this, [this] { frame_.start(); });
        connect(&window, &QQuickWindow::frameSwapped, this, [this] {
            if (moved_ < 0)
                return;
            frames_.times.push_back(moved_ + static_cast<double>(frame_.nsecsElapsed()) / 1'000'000);
            moved_ = -1;
        });
    }

    // False when a frame does not come.
    bool run(double pixelsAFrame) {
        frames_ = {};
        for (int i = 0; i < framesPerRun; ++i) {
            QElapsedTimer move;
            move.start();
            view_.setProperty("contentY", view_.property("contentY").toDouble() + pixelsAFrame);
            QMetaObject::invokeMethod(&view_, "noteWhere"); // as after a person has moved it
            moved_ = static_cast<double>(move.nsecsElapsed()) / 1'000'000;
            window_.update();
            if (!test::eventually([this] { return moved_ < 0; }))
                return false;
        }
        return true;
    }

    const Frames& frames() const { return frames_; }

private:
    QQuickWindow& window_;
    QQuickItem& view_;
    QElapsedTimer frame_;
    double moved_ = -1; ///< what moving the view took; -1 = the frame is there
    Frames frames_;
};

bool measureRun(Scroller& scroller, const QString& what, double pixelsAFrame) {
    if (!scroller.run(pixelsAFrame))
        return false;
    const Frames& frames = scroller.frames();
    report(what, QStringLiteral("median %1 ms, p95 %2 ms, p99 %3 ms, longest %4 ms, over %5 ms: %6 of %7")
                     .arg(frames.percentile(0.5), 0, 'f', 1)
                     .arg(frames.percentile(0.95), 0, 'f', 1)
                     .arg(frames.percentile(0.99), 0, 'f', 1)
                     .arg(frames.percentile(1), 0, 'f', 1)
                     .arg(budgetMs, 0, 'f', 1)
                     .arg(frames.over(budgetMs))
                     .arg(frames.times.size()));
    return true;
}

} // namespace

bool measureScrolling(int messages) {
    test::LinkScript script;
    test::Ui ui(script.maker());
    if (!ui.show({1280, 800}))
        return false;
    ui.enter(QStringLiteral("chat.example.org"), QStringLiteral("Robin"), QStringLiteral("hall-4"));
    script.link()->accept();
    models::TimelineModel& timeline = *ui.chat().room()->timeline();
    const double before = residentMiB();
    QElapsedTimer filling;
    filling.start();
    fill(timeline, messages);
    report(QStringLiteral("messages"), QString::number(timeline.count()));
    report(QStringLiteral("putting them in"), QStringLiteral("%1 ms").arg(filling.elapsed()));
    report(QStringLiteral("memory for them"),
           QStringLiteral("%1 MiB").arg(residentMiB() - before, 0, 'f', 0));
    QQuickItem* const view = ui.find(QStringLiteral("timeline"));
    if (timeline.count() < messages || view == nullptr || !ui.layOut())
        return false;
    Scroller scroller(ui.window(), *view);
    const bool good = measureRun(scroller, QStringLiteral("reading upwards, 20 pixels a frame"), -20) &&
                      measureRun(scroller, QStringLiteral("flicking upwards, 120 pixels a frame"), -120) &&
                      measureRun(scroller, QStringLiteral("racing upwards, 1,500 pixels a frame"), -1'500);
    QElapsedTimer jump;
    jump.start();
    QMetaObject::invokeMethod(view, "toNewest");
    if (!ui.layOut())
        return false;
    report(QStringLiteral("jump to the newest, with its picture"),
           QStringLiteral("%1 ms").arg(jump.elapsed()));
    report(QStringLiteral("memory, resident"), QStringLiteral("%1 MiB").arg(residentMiB(), 0, 'f', 0));
    return good;
}

} // namespace chinwag::bench
