#include "demo/DemoLink.h"

#include "sdk/RoomName.h"

#include <QJsonArray>

#include <chrono>
#include <utility>

namespace chinwag::demo {

namespace {

constexpr std::chrono::seconds pause{8};
constexpr std::chrono::milliseconds echoAfter{350};

} // namespace

DemoLink::DemoLink(QObject* parent) : Link(parent) {
    greeting_.setSingleShot(true);
    connect(&greeting_, &QTimer::timeout, this, &DemoLink::greet);
    connect(&talk_, &QTimer::timeout, this, &DemoLink::speak);
    connect(&echo_, &QTimer::timeout, this, &DemoLink::echo);
}

void DemoLink::open(const sdk::Destination& destination, const QList<sdk::RoomStart>& rooms) {
    nick_ = destination.nick;
    for (const sdk::RoomStart& start : rooms)
        wanted_.append(start.room);
    greeting_.start(0);
}

void DemoLink::enter(const sdk::RoomStart& start) {
    wanted_.append(start.room);
    greeting_.start(0);
}

// The rooms of the story, and empty ones for whoever looks further.
void DemoLink::greet() {
    const bool isFirst = rooms_.isEmpty();
    if (isFirst && !wanted_.isEmpty()) {
        const auto script = demoRooms(wanted_.first(), nick_);
        for (const DemoRoom& room : script) {
            wanted_.removeAll(room.room);
            bring(room);
        }
    }
    for (const QString& room : std::exchange(wanted_, {}))
        bring({room, {}, {}});
    if (isFirst) {
        Q_EMIT opened();
        talk_.start(pause);
    }
}

void DemoLink::bring(const DemoRoom& room) {
    rooms_.insert(room.room, {room.meanwhile});
    QList<sdk::Person> people{{nick_, {}, nick_}};
    for (const sdk::Publication& publication : room.before) {
        tell(room.room, publication);
        if (const sdk::Person person{publication.nick, {}, publication.nick}; !people.contains(person))
            people.append(person);
    }
    Q_EMIT peopleChanged(room.room, people);
    Q_EMIT roomOpened(room.room, true);
}

void DemoLink::close() {
    greeting_.stop();
    talk_.stop();
    echo_.stop();
}

void DemoLink::askOlder(const QString& room) {
    Q_EMIT pageReceived(room, {});
}

bool DemoLink::publish(const sdk::Outgoing& message) {
    if (!rooms_.contains(message.room))
        return false;
    sdk::Publication publication;
    publication.nick = nick_;
    publication.text = message.text;
    publication.clientId = message.clientId;
    publication.replyTo = message.replyTo;
    said_.push_back({message.room, publication});
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

void DemoLink::call(const QString& method, const QJsonObject& parameters, sdk::CallAnswer answer) {
    QTimer::singleShot(0, this, [this, method, parameters, answer = std::move(answer)] {
        const QJsonObject result = answerTo(method, parameters);
        answer(result, result.isEmpty() ? tr("There is no server behind this demonstration.") : QString());
    });
}

// Other rooms to look into, and rooms for two.
QJsonObject DemoLink::answerTo(const QString& method, const QJsonObject& parameters) {
    if (method == QLatin1String("chat.direct")) {
        const QString room =
            sdk::roomCalled(QStringLiteral("direct#%1,%2")
                                .arg(parameters.value(QLatin1String("user")).toString(), nick_.toLower()));
        if (!rooms_.contains(room))
            bring({room, {}, {}});
        return {{QStringLiteral("channel"), room}};
    }
    if (method == QLatin1String("chat.activity"))
        return {{QStringLiteral("people"),
                 QJsonArray{QJsonObject{{QStringLiteral("client"), QStringLiteral("Theo")},
                                        {QStringLiteral("active"), 1}}}}};
    if (method != QLatin1String("chat.directory"))
        return {};
    QJsonArray rooms;
    int people = 12;
    for (const char* const name : {"hall-4", "kitchen", "lobby", "press", "volunteers"}) {
        const QString wanted = parameters.value(QLatin1String("text")).toString();
        if (QLatin1String(name).contains(wanted, Qt::CaseInsensitive))
            rooms.append(QJsonObject{{QStringLiteral("channel"), sdk::roomCalled(QLatin1String(name))},
                                     {QStringLiteral("people"), people}});
        people -= 2;
    }
    return {{QStringLiteral("rooms"), rooms}};
}

void DemoLink::tell(const QString& room, sdk::Publication publication) {
    publication.id = QStringLiteral("%1-%2").arg(room).arg(++rooms_[room].lastMessage);
    Q_EMIT received(room, publication);
}

void DemoLink::echo() {
    if (!said_.empty()) {
        const Said said = said_.front();
        said_.pop_front();
        if (rooms_.contains(said.room))
            tell(said.room, said.publication);
    } else if (!asked_.empty()) {
        const sdk::MessageRequest request = asked_.front();
        asked_.pop_front();
        sdk::Publication change;
        change.id = request.messageId;
        change.text = request.text;
        change.kind = request.kind == sdk::MessageRequest::Kind::Edit ? sdk::Publication::Kind::Edited
                                                                      : sdk::Publication::Kind::Redacted;
        if (request.kind != sdk::MessageRequest::Kind::Report)
            Q_EMIT received(request.room, change);
        Q_EMIT answered(request, {});
    }
    if (said_.empty() && asked_.empty())
        echo_.stop();
}

// One room after the other.
void DemoLink::speak() {
    const QStringList names = rooms_.keys();
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString& name = names.at((turn_ + i) % names.size());
        Room& room = rooms_[name];
        if (room.meanwhile.isEmpty())
            continue;
        turn_ = (turn_ + i + 1) % names.size();
        const sdk::Publication publication = room.meanwhile.at(room.next);
        room.next = (room.next + 1) % room.meanwhile.size();
        tell(name, publication);
        return;
    }
}

} // namespace chinwag::demo
