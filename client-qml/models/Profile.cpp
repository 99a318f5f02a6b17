#include "models/Profile.h"

#include "models/Clock.h"

#include <QLocale>

#include <algorithm>

namespace chinwag::models {

namespace {

constexpr qsizetype mostReasonBytes = 100; // that a server takes

QDateTime timeOf(const QJsonValue& time) {
    return time.toInteger() > 0 ? QDateTime::fromMSecsSinceEpoch(time.toInteger()) : QDateTime();
}

} // namespace

Profile::Profile(sdk::Client& client, IgnoreList& ignored, QObject* parent)
    : QObject(parent), client_(client), ignored_(ignored) {
    connect(&ignored_, &IgnoreList::changed, this, &Profile::changed);
}

QString Profile::since() const {
    if (since_.isNull())
        return {};
    return since_.date() == QDate::currentDate()
               ? clock(since_)
               : QLocale().toString(since_.date(), QLocale::ShortFormat) + u' ' + clock(since_);
}

QString Profile::active() const {
    if (active_.isNull())
        return {};
    const qint64 seconds = active_.secsTo(QDateTime::currentDateTime());
    if (seconds < 2 * secondsOfMinute)
        return tr("just now");
    if (seconds < secondsOfHour)
        return tr("%n minute(s) ago", nullptr, static_cast<int>(seconds / secondsOfMinute));
    if (seconds < secondsOfDay)
        return tr("%n hour(s) ago", nullptr, static_cast<int>(seconds / secondsOfHour));
    return tr("%n day(s) ago", nullptr, static_cast<int>(seconds / secondsOfDay));
}

bool Profile::isOwn() const {
    return person_.user.isEmpty() ? client_.user().isEmpty() && person_.nick == client_.destination().nick
                                  : person_.user == client_.user();
}

bool Profile::isAddressable() const {
    return !person_.user.isEmpty() && !client_.user().isEmpty() && !isOwn();
}

bool Profile::isModeratable() const {
    const bool known = !person_.user.isEmpty() || isHere();
    return known && !isOwn() && client_.isStaff();
}

void Profile::show(Room* room, const QString& user, const QString& nick) {
    room_ = room;
    person_ = room->members()->find(user, nick);
    since_ = {};
    active_ = {};
    staff_ = false;
    findMessage();
    Q_EMIT changed();
    if (!isHere())
        return;
    client_.call(QStringLiteral("chat.whois"),
                 {{QStringLiteral("channel"), room->channel()}, {QStringLiteral("client"), person_.client}},
                 this, [this, client = person_.client](const QJsonObject& facts, const QString& refusal) {
                     if (refusal.isEmpty() && client == person_.client)
                         onWhois(facts);
                 });
}

void Profile::findMessage() {
    TimelineModel& timeline = *room_->timeline();
    const int row = timeline.newestReportable(person_.user, person_.nick);
    const QModelIndex message = row < 0 ? QModelIndex() : timeline.index(row);
    messageId_ = message.data(TimelineModel::ServerIdRole).toString();
    words_ = message.data(TimelineModel::TextRole).toString();
}

void Profile::onWhois(const QJsonObject& facts) {
    since_ = timeOf(facts.value(QLatin1String("since")));
    active_ = timeOf(facts.value(QLatin1String("active")));
    staff_ = facts.value(QLatin1String("staff")).toBool();
    Q_EMIT changed();
}

// --- what staff does ---

int Profile::excessOf(const QString& reason) {
    return static_cast<int>(std::max<qsizetype>(reason.toUtf8().size() - mostReasonBytes, 0));
}

void Profile::act(const QString& method, QJsonObject parameters, const QString& reason, const QString& done) {
    if (!room_)
        return;
    parameters.insert(QStringLiteral("channel"), room_->channel());
    if (!person_.user.isEmpty())
        parameters.insert(QStringLiteral("user"), person_.user);
    else
        parameters.insert(QStringLiteral("client"), person_.client);
    if (!reason.isEmpty())
        parameters.insert(QStringLiteral("reason"), reason);
    const bool asked =
        client_.call(method, parameters, this, [this, done](const QJsonObject&, const QString& refusal) {
            Q_EMIT told(refusal.isEmpty() ? done : tr("That was not done: %1").arg(refusal));
        });
    if (!asked)
        Q_EMIT told(tr("That was not done: there is no connection."));
}

void Profile::kick(const QString& reason) {
    act(QStringLiteral("chat.kick"), {}, reason, tr("%1 was sent away.").arg(person_.nick));
}

void Profile::mute(int minutes, const QString& reason) {
    QJsonObject parameters;
    if (minutes > 0)
        parameters.insert(QStringLiteral("minutes"), minutes);
    act(QStringLiteral("chat.mute"), parameters, reason,
        tr("%1 may not write here for now.").arg(person_.nick));
}

void Profile::ban(int minutes, const QString& reason) {
    QJsonObject parameters;
    if (minutes > 0)
        parameters.insert(QStringLiteral("minutes"), minutes);
    act(QStringLiteral("chat.ban"), parameters, reason, tr("%1 may not be here for now.").arg(person_.nick));
}

} // namespace chinwag::models
