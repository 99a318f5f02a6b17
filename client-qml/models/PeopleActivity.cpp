#include "models/PeopleActivity.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace chinwag::models {

namespace {

PeopleModel::Idle idleOf(const QJsonArray& people) {
    const qint64 since =
        QDateTime::currentMSecsSinceEpoch() - std::chrono::milliseconds(PeopleActivity::idleAfter).count();
    PeopleModel::Idle idle;
    for (const QJsonValue& value : people) {
        const QJsonObject one = value.toObject();
        if (one.value(QLatin1String("active")).toInteger() > since)
            continue;
        const QString user = one.value(QLatin1String("user")).toString();
        if (!user.isEmpty())
            idle.users.insert(user);
        else
            idle.clients.insert(one.value(QLatin1String("client")).toString());
    }
    return idle;
}

} // namespace

PeopleActivity::PeopleActivity(sdk::Client& client, QObject* parent) : QObject(parent), client_(client) {
    timer_.setInterval(askedEvery);
    connect(&timer_, &QTimer::timeout, this, &PeopleActivity::ask);
}

void PeopleActivity::follow(Room* room) {
    room_ = room;
    timer_.start();
    ask();
}

void PeopleActivity::rest() {
    timer_.stop();
    room_.clear();
}

void PeopleActivity::ask() {
    if (!room_)
        return rest();
    // A server that does not know the call refuses it: then nobody is shown as idle.
    client_.call(QStringLiteral("chat.activity"), {{QStringLiteral("channel"), room_->channel()}}, this,
                 [room = room_](const QJsonObject& result, const QString& refusal) {
                     if (room && refusal.isEmpty())
                         room->members()->setIdle(idleOf(result.value(QLatin1String("people")).toArray()));
                 });
}

} // namespace chinwag::models
