#include "models/Restrictions.h"

#include "models/Clock.h"

#include <QJsonObject>

#include <utility>

namespace chinwag::models {

Restrictions::Restrictions(sdk::Client& client, QString channel, QObject* parent)
    : QObject(parent), client_(client), channel_(std::move(channel)) {}

QString Restrictions::inWords(int seconds) {
    if (seconds <= 0)
        return {};
    if (seconds % secondsOfHour == 0)
        return tr("%n hour(s)", nullptr, static_cast<int>(seconds / secondsOfHour));
    if (seconds % secondsOfMinute == 0)
        return tr("%n minute(s)", nullptr, static_cast<int>(seconds / secondsOfMinute));
    return tr("%n second(s)", nullptr, seconds);
}

void Restrictions::set(const sdk::RoomRules& rules) {
    if (std::exchange(rules_, rules) != rules)
        Q_EMIT changed();
}

// What comes of it is heard as by everybody in the room.
void Restrictions::ask(const QString& method, QJsonObject parameters) {
    parameters.insert(QStringLiteral("channel"), channel_);
    const bool asked =
        client_.call(method, parameters, this, [this](const QJsonObject&, const QString& refusal) {
            if (!refusal.isEmpty())
                Q_EMIT told(tr("That was not done: %1").arg(refusal));
        });
    if (!asked)
        Q_EMIT told(tr("That was not done: there is no connection."));
}

void Restrictions::setLocked(bool locked) {
    ask(locked ? QStringLiteral("chat.lock") : QStringLiteral("chat.unlock"), {});
}

void Restrictions::setSlow(int seconds) {
    ask(QStringLiteral("chat.slow"), {{QStringLiteral("seconds"), seconds}});
}

} // namespace chinwag::models
