// Who of the people in a room does nothing there, asked of the server as long as somebody looks at them.
#pragma once

#include "models/Room.h"
#include "sdk/Client.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QtQmlIntegration>

#include <chrono>

namespace chinwag::models {

class PeopleActivity : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A chat has one")

public:
    /// Who has done nothing for so long is idle.
    static constexpr std::chrono::minutes idleAfter{5};
    /// How often the server is asked.
    static constexpr std::chrono::milliseconds askedEvery{30'000};

    /// `client` outlives it.
    explicit PeopleActivity(sdk::Client& client, QObject* parent = nullptr);

    /// Keeps the model of the room's people up to date from now on, and that of no other room.
    Q_INVOKABLE void follow(chinwag::models::Room* room);
    Q_INVOKABLE void rest();

private:
    void ask();

    sdk::Client& client_;
    QPointer<Room> room_;
    QTimer timer_;
};

} // namespace chinwag::models
