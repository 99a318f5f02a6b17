#include "demo/DemoLink.h"

#include <chrono>
#include <iterator>

namespace chinwag::demo {

namespace {

constexpr std::chrono::seconds pause{12};
constexpr std::chrono::milliseconds echoAfter{350};

struct Line {
    const char* nick;
    const char* text;
};

// What has been said when one comes in.
constexpr Line before[] = {
    {"Priya", QT_TRANSLATE_NOOP("DemoLink", "Morning! The delivery for hall 4 is in.")},
    {"Priya", QT_TRANSLATE_NOOP("DemoLink", "Twelve crates, none of them labelled.")},
    {"Theo", QT_TRANSLATE_NOOP("DemoLink", "Of course. I can be there in ten minutes and sort them.")},
    {"صوفيا", "لا، يجب نقله إلى الجهة الأخرى"},
    {"Marguerite",
     QT_TRANSLATE_NOOP("DemoLink",
                       "The floor plan is at https://plans.example/hall-4 (the second sheet). Exit C "
                       "is behind the coffee bar, which the fire brigade will not like.")},
    {"Theo",
     QT_TRANSLATE_NOOP("DemoLink", "Then the queue can go along the windows, which is nicer anyway:\n\n1. "
                                   "move the bar\n2. move the queue\n3. coffee")},
};

// What people say while one looks on, over and over.
constexpr Line meanwhile[] = {
    {"Priya", QT_TRANSLATE_NOOP("DemoLink", "Step 3 has my full support ☕")},
    {"Marguerite", QT_TRANSLATE_NOOP("DemoLink", "I have the labels now, printing.")},
    {"Theo", QT_TRANSLATE_NOOP("DemoLink", "Bar is moved. It was heavier than it looks.")},
    {"Priya", QT_TRANSLATE_NOOP("DemoLink", "Doors at nine, then?")},
};

sdk::Publication publicationOf(const Line& line) {
    return {QString::fromUtf8(line.nick), DemoLink::tr(line.text), 0};
}

} // namespace

DemoLink::DemoLink(QObject* parent) : Link(parent) {
    connect(&talk_, &QTimer::timeout, this, &DemoLink::speak);
}

void DemoLink::open(const sdk::Destination& destination) {
    nick_ = destination.nick;
    QMetaObject::invokeMethod(this, &DemoLink::greet, Qt::QueuedConnection);
}

void DemoLink::greet() {
    if (closed_)
        return;
    Q_EMIT opened();
    for (const Line& line : before)
        Q_EMIT received(publicationOf(line));
    talk_.start(pause);
}

void DemoLink::close() {
    closed_ = true;
    talk_.stop();
}

bool DemoLink::publish(quint64 id, const QString& text) {
    QTimer::singleShot(echoAfter, this, [this, id, text] {
        if (!closed_)
            Q_EMIT received({nick_, text, id});
    });
    return true;
}

void DemoLink::speak() {
    Q_EMIT received(publicationOf(meanwhile[next_]));
    next_ = (next_ + 1) % static_cast<int>(std::size(meanwhile));
}

} // namespace chinwag::demo
