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
    int answers = 0; ///< which of them, counted from 1; 0 = none
};

// What has been said when one comes in.
constexpr Line before[] = {
    {"Priya", QT_TRANSLATE_NOOP("DemoLink", "Morning! The delivery for hall 4 is in.")},
    {"Priya", QT_TRANSLATE_NOOP("DemoLink", "Twelve crates, none of them labelled.")},
    {"Theo", QT_TRANSLATE_NOOP("DemoLink", "Of course. I can be there in *ten minutes* and sort them.")},
    {"صوفيا", "لا، يجب نقله إلى الجهة الأخرى", 2},
    {"Marguerite",
     QT_TRANSLATE_NOOP("DemoLink",
                       "The floor plan is at https://plans.example/hall-4 (the second sheet). Exit C "
                       "is behind the coffee bar, which the fire brigade will not like.")},
    {"Theo", QT_TRANSLATE_NOOP("DemoLink",
                               "Then the queue can go along the windows, which is **nicer anyway**:\n\n1. "
                               "move the bar\n2. move the queue\n3. coffee")},
};

// What people say while one looks on, over and over.
constexpr Line meanwhile[] = {
    {"Priya", QT_TRANSLATE_NOOP("DemoLink", "Step 3 has my full support ☕")},
    {"Marguerite", QT_TRANSLATE_NOOP("DemoLink", "I have the labels now, printing.")},
    {"Theo", QT_TRANSLATE_NOOP("DemoLink", "Bar is moved. It was heavier than it looks.")},
    {"Priya", QT_TRANSLATE_NOOP("DemoLink", "Doors at nine, then?")},
};

QString nameOf(int message) {
    return QStringLiteral("demo-%1").arg(message);
}

sdk::Publication publicationOf(const Line& line) {
    sdk::Publication publication;
    publication.nick = QString::fromUtf8(line.nick);
    publication.text = DemoLink::tr(line.text);
    return publication;
}

} // namespace

DemoLink::DemoLink(QObject* parent) : Link(parent) {
    greeting_.setSingleShot(true);
    connect(&greeting_, &QTimer::timeout, this, &DemoLink::greet);
    connect(&talk_, &QTimer::timeout, this, &DemoLink::speak);
    connect(&echo_, &QTimer::timeout, this, &DemoLink::echo);
}

void DemoLink::open(const sdk::Destination& destination, const sdk::Resume& /*resume*/) {
    nick_ = destination.nick;
    greeting_.start(0);
}

void DemoLink::greet() {
    QStringList people{nick_};
    for (const Line& line : before) {
        sdk::Publication publication = told(publicationOf(line));
        if (line.answers > 0)
            publication.replyTo = nameOf(line.answers);
        Q_EMIT received(publication);
        if (const QString nick = QString::fromUtf8(line.nick); !people.contains(nick))
            people.append(nick);
    }
    Q_EMIT peopleChanged(people);
    Q_EMIT opened(true);
    talk_.start(pause);
}

void DemoLink::close() {
    greeting_.stop();
    talk_.stop();
    echo_.stop();
}

void DemoLink::askOlder() {
    Q_EMIT pageReceived({});
}

bool DemoLink::publish(const sdk::Outgoing& message) {
    sdk::Publication publication;
    publication.nick = nick_;
    publication.text = message.text;
    publication.clientId = message.clientId;
    publication.replyTo = message.replyTo;
    said_.push_back(publication);
    if (!echo_.isActive())
        echo_.start(echoAfter);
    return true;
}

bool DemoLink::ask(const sdk::MessageRequest& request) {
    asked_.push_back(request);
    if (!echo_.isActive())
        echo_.start(echoAfter);
    return true;
}

sdk::Publication DemoLink::told(sdk::Publication publication) {
    publication.id = nameOf(++lastMessage_);
    return publication;
}

void DemoLink::echo() {
    if (!said_.empty()) {
        const sdk::Publication publication = told(said_.front());
        said_.pop_front();
        Q_EMIT received(publication);
    } else if (!asked_.empty()) {
        const sdk::MessageRequest request = asked_.front();
        asked_.pop_front();
        sdk::Publication change;
        change.id = request.messageId;
        change.text = request.text;
        change.kind = request.kind == sdk::MessageRequest::Kind::Edit ? sdk::Publication::Kind::Edited
                                                                      : sdk::Publication::Kind::Redacted;
        if (request.kind != sdk::MessageRequest::Kind::Report)
            Q_EMIT received(change);
        Q_EMIT answered(request, {});
    }
    if (said_.empty() && asked_.empty())
        echo_.stop();
}

void DemoLink::speak() {
    Q_EMIT received(told(publicationOf(meanwhile[next_])));
    next_ = (next_ + 1) % static_cast<int>(std::size(meanwhile));
}

} // namespace chinwag::demo
