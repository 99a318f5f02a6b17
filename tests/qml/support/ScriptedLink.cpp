#include "support/ScriptedLink.h"

#include "sdk/CloseRule.h"
#include "sdk/RoomName.h"

#include <utility>

namespace chinwag::test {

void ScriptedLink::open(const sdk::Destination& destination, const QList<sdk::RoomStart>& rooms) {
    destination_ = destination;
    rooms_ = rooms;
    if (!rooms.isEmpty())
        room_ = rooms.first().room;
}

void ScriptedLink::exit(const QString& room) {
    rooms_.removeIf([&](const sdk::RoomStart& start) { return start.room == room; });
}

ScriptedLink& ScriptedLink::in(const QString& name) {
    room_ = sdk::roomCalled(name);
    return *this;
}

void ScriptedLink::accept(bool complete) {
    for (const sdk::RoomStart& start : std::as_const(rooms_))
        Q_EMIT roomOpened(start.room, complete);
    Q_EMIT opened();
}

QStringList ScriptedLink::rooms() const {
    QStringList rooms;
    for (const sdk::RoomStart& start : rooms_)
        rooms.append(start.room);
    return rooms;
}

sdk::Resume ScriptedLink::resumed() const {
    for (const sdk::RoomStart& start : rooms_) {
        if (start.room == room_)
            return start.resume;
    }
    return {};
}

void ScriptedLink::showPeople(const QStringList& nicks) {
    QList<sdk::Person> people;
    for (const QString& nick : nicks)
        people.append({nick});
    showPeople(people);
}

bool ScriptedLink::publish(const sdk::Outgoing& message) {
    said_.append(message);
    return true;
}

void ScriptedLink::echo(qsizetype index) {
    sdk::Publication publication = said(destination_.nick, said_.at(index).text);
    publication.clientId = said_.at(index).clientId;
    publication.replyTo = said_.at(index).replyTo;
    publication.id = QStringLiteral("own-%1").arg(said_.at(index).id);
    Q_EMIT received(said_.at(index).room, publication);
}

sdk::Publication ScriptedLink::said(const QString& nick, const QString& text, const QString& id) {
    sdk::Publication publication;
    publication.nick = nick;
    publication.text = text;
    publication.id = id;
    return publication;
}

sdk::Client::LinkMaker LinkScript::maker() {
    return [this] {
        auto link = std::make_unique<ScriptedLink>();
        link->setStaff(staff_);
        link_ = link.get();
        ++made_;
        return link;
    };
}

sdk::Fault lost() {
    return sdk::judgeClose(1006, {});
}

sdk::Fault kicked() {
    return sdk::judgeClose(4500, QStringLiteral("spam"));
}

} // namespace chinwag::test
