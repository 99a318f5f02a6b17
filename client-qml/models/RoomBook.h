// Which rooms one is in on each server, and how one wants them, between two runs of the program.
#pragma once

#include "models/Preferences.h"

#include <QList>
#include <QUrl>

namespace chinwag::models {

struct RoomNote {
    QString room; ///< its channel
    bool pinned = false;
    bool muted = false;
    bool left = false; ///< one does not want to be in it any more, whatever the server remembers

    bool operator==(const RoomNote&) const = default;
};

class RoomBook {
public:
    /// `preferences` outlives it.
    explicit RoomBook(Preferences& preferences) : preferences_(preferences) {}

    /// Turns to the page of that server.
    void open(const QUrl& server);
    /// Those that one is in.
    QStringList rooms() const;
    /// What is known of a room; one that was never seen is neither pinned nor muted nor left.
    RoomNote note(const QString& room) const;
    void keep(const RoomNote& note);

private:
    Preferences& preferences_;
    QString key_;
    QList<RoomNote> notes_;
};

} // namespace chinwag::models
